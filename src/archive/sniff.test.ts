import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from './reading.test.support.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { sniff } from './sniff.ts';

test.each([
  ['gzip', 'gzip < a > x'],
  ['tar', 'tar -cf x a'],
  ['tar', 'tar -cf x --format=v7 a'],
  ['tar', 'tar -cf x --format=posix a'],
  ['tar', 'tar -cf x -T /dev/null'],
  ['tar', 'head -c 1024 /dev/zero > x'],
  ['lines', 'cp a x'],
  ['lines', ': > x'],
  ['lines', '{ head -c 4096 /dev/zero; cat a; } > x'],
  ['lines', 'head -c 262144 /dev/zero > x'],
])('%s: %s', (content, commands) => {
  const folder = temporaryFolder();
  shell(folder, `seq 3000 > a; ${commands}`);
  expect(sniff(readFileSync(join(folder, 'x')))).toBe(content);
});

test.each([
  ['bzip2', '425a6839314159265359'],
  ['xz', 'fd377a585a000004e6d6b446'],
  ['zstd', '28b52ffd2404'],
  ['zip', '504b030414000000'],
  ['7z', '377abcaf271c0004'],
  ['gpg', '8501090364e9f9e5ab0c1d2e01'],
  ['gpg', '845e0364e9f9e5ab0c1d2e12'],
  ['gpg', '8c0d040903'],
  ['lines', '8c030413'],
  ['lines', '845e0312'],
  ['gpg', Buffer.from('-----BEGIN PGP MESSAGE-----\n').toString('hex')],
  ['lines', Buffer.from('-----BEGIN PGP SIGNATURE-----\n').toString('hex')],
  ['lines', '7b22'],
  ['lines', '1f'],
])('%s: %s', (content, head) => expect(sniff(Buffer.from(head, 'hex'))).toBe(content));
