/** Data packages that are encrypted by the system's gpg, for a key of a keyring of its own. */
import { generate, merge, repair, runShare } from 'edxgen';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { linesIn, linesOf, manifestIn, system } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const RUN = { users: 30, days: 2, seed: 'gpg', dialect: 'current', packaging: 'package' } as const;
const KEY = 'data@example.org';

const hasGpg = (): boolean => {
  try {
    return system('gpg', '--version').length > 0;
  } catch {
    return false;
  }
};

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe.runIf(process.env['CI'] !== undefined || hasGpg())('with gpg', () => {
  beforeAll(() => {
    vi.stubEnv('GNUPGHOME', temporaryFolder());
    const quick = ['--quick-generate-key', KEY, 'future-default', 'default', 'never'];
    execFileSync('gpg', ['--batch', '--quiet', '--passphrase', '', ...quick], { stdio: 'ignore' });
  });
  afterAll(() => {
    execFileSync('gpgconf', ['--kill', 'gpg-agent']);
    vi.unstubAllEnvs();
  });

  test('each file is encrypted, the manifest has the hash of what was, and shares give the same texts', async () => {
    const [whole, shares] = [join(temporaryFolder(), 'run'), join(temporaryFolder(), 'run')];
    await generate({ ...RUN, gpgRecipient: KEY, out: whole });
    for (const part of [1, 2]) await runShare({ ...RUN, gpgRecipient: KEY, out: shares, part, parts: 2, jobs: 1 });
    await merge(shares);
    const lines: string[] = [];
    for (const folder of [whole, shares]) {
      const { servers, options } = manifestIn(folder);
      expect(options['gpgRecipient']).toBe(KEY);
      expect(servers.map(({ archive }) => archive)).toEqual(
        ['02', '03'].map((day) => `MITx-prod-events-2026-03-${day}.log.gz.gpg`),
      );
      for (const { archive, bytes, sha256: hash, files } of servers) {
        const stored = readFileSync(join(folder, archive));
        expect({ bytes: stored.length, hash: sha256(stored) }).toEqual({ bytes, hash });
        const text = gunzipSync(system('gpg', '--quiet', '--batch', '--decrypt', join(folder, archive)));
        expect(files).toMatchObject([{ name: archive.slice(0, -4), bytes: text.length, sha256: sha256(text) }]);
        lines.push(...linesIn(text.toString('latin1')));
      }
    }
    const expected = await linesOf({ users: 30, days: 2, seed: 'gpg', dialect: 'current' });
    expect(lines).toEqual([...expected, ...expected]);
    await expect(merge(whole)).resolves.toBeDefined();
    await expect(repair(whole, { out: join(temporaryFolder(), 'clean') })).rejects.toThrow(/are encrypted/);
  });

  test.each(['nobody@example.org', '--output'])('%s is no key: nothing is written', async (gpgRecipient) => {
    const out = join(temporaryFolder(), 'run');
    for (const begin of [generate, (all: typeof options) => runShare({ ...all, part: 1, parts: 1 })])
      await expect(begin({ ...options, gpgRecipient, out })).rejects.toThrow(/gpg cannot encrypt for that key/);
    expect(existsSync(out)).toBe(false);
  });
});

const options = { ...RUN, gpgRecipient: KEY, out: '' };

test('without gpg nothing is written', async () => {
  const out = join(temporaryFolder(), 'run');
  vi.stubEnv('PATH', temporaryFolder());
  await expect(generate({ ...options, out })).rejects.toThrow(/gpgRecipient needs gpg, which is not there/);
  vi.unstubAllEnvs();
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(join(out, '..'))).toEqual([]);
});
