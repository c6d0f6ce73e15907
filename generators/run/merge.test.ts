/** Shares that are merged are the run that is made in one go, byte for byte. Workers run what is built. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { generate, merge, runShare, UserError, type GenerateOptions } from 'edxgen';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EARLY_DIALECTS } from '../../src/spec/index.ts';
import { filesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const folderOf = (name: string): string => join(temporaryFolder(), name);

async function inOneGo(options: GenerateOptions): Promise<Map<string, Buffer>> {
  const out = folderOf('one');
  await generate({ ...options, out });
  return filesOf(out);
}

async function makeShares(
  options: GenerateOptions,
  out: string,
  parts: number,
  order = Array.from({ length: parts }, (_, part) => part + 1),
): Promise<void> {
  for (const part of order) await runShare({ ...options, out, part, parts });
}

/** Names of the files that are not the same. */
const differences = (some: Map<string, Buffer>, others: Map<string, Buffer>): string[] =>
  [...new Set([...some.keys(), ...others.keys()])].filter(
    (name) => !some.get(name)?.equals(others.get(name) ?? Buffer.of()),
  );

const run = fc.record({
  users: fc.integer({ min: 1, max: 60 }),
  days: fc.integer({ min: 1, max: 2 }),
  servers: fc.integer({ min: 1, max: 9 }),
  dialect: fc.constantFrom(...EARLY_DIALECTS),
  compress: fc.constantFrom('gzip' as const, 'none' as const),
  faults: fc.constantFrom(undefined, 0, 0.05),
  seed: fc.string({ minLength: 1, maxLength: 4 }),
});
const shares = fc.integer({ min: 1, max: 7 }).chain((parts) =>
  fc.shuffledSubarray(
    Array.from({ length: parts }, (_, part) => part + 1),
    { minLength: parts },
  ),
);

forAll([run, shares], { numRuns: 5 })('of any number, made in any order', async (options, order) => {
  const out = folderOf('shares');
  await makeShares({ ...options, jobs: 1 }, out, order.length, order);
  await merge(out);
  expect(differences(await inOneGo(options), filesOf(out))).toEqual([]);
});

const OPTIONS = { users: 30, days: 1, servers: 6, faults: 0.02, jobs: 1 } as const;
let whole: Map<string, Buffer>;
/** Two shares of three are here. */
let begun: string;
beforeAll(async () => {
  whole = await inOneGo(OPTIONS);
  begun = folderOf('begun');
  await makeShares(OPTIONS, begun, 3, [3, 1]);
});

/** A copy, for a test to change. */
function copyOf(folder: string): string {
  const out = folderOf('copy');
  cpSync(folder, out, { recursive: true });
  return out;
}

/** A run that is gone on with, as the command line does. */
async function resumed(out: string): Promise<void> {
  await runShare({ ...OPTIONS, out, resume: true, part: 1, parts: 1 });
  await merge(out);
}

const finish = (out: string, resume = true) => runShare({ ...OPTIONS, out, resume, part: 2, parts: 3 });

describe('merge', () => {
  test('leaves nothing but the run, and may be repeated', async () => {
    const out = copyOf(begun);
    await finish(out);
    const manifest = await merge(out);
    expect(differences(whole, filesOf(out))).toEqual([]);
    expect(existsSync(join(out, '.parts'))).toBe(false);
    expect(await merge(out)).toEqual(manifest);
    expect(differences(whole, filesOf(out))).toEqual([]);
  });

  test('is complete when it was killed after it had written the manifest', async () => {
    const out = copyOf(begun);
    await finish(out);
    const claim = readFileSync(join(out, '.parts/run.json'));
    await merge(out);
    mkdirSync(join(out, '.parts'));
    writeFileSync(join(out, '.parts/run.json'), claim);
    await resumed(out);
    expect(differences(whole, filesOf(out))).toEqual([]);
  });

  test('says which servers are missing, and writes nothing', async () => {
    const out = copyOf(begun);
    const before = filesOf(out);
    await expect(merge(out)).rejects.toThrow(
      /lacks prod-edxapp-003, prod-edxapp-004; make their shares again, or all at once with part 1\/1, and resume/,
    );
    expect(differences(before, filesOf(out))).toEqual([]);
  });

  test.each([
    ['cut', (path: string) => truncateSync(path, statSync(path).size - 512)],
    [
      'changed by a byte',
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, offset) => (offset === 700 ? byte ^ 1 : byte)),
        ),
    ],
    ['gone', (path: string) => rmSync(path)],
  ])('sees an archive that is %s', async (_, harm) => {
    const out = copyOf(begun);
    await finish(out);
    harm(join(out, 'prod-edxapp-003.tar'));
    await expect(merge(out)).rejects.toThrow(
      /files of the pools of prod-edxapp-003, prod-edxapp-004 that are not as their share left them/,
    );
    const { skipped } = await finish(out);
    expect(skipped).toEqual([]);
    await merge(out);
    expect(differences(whole, filesOf(out))).toEqual([]);
  });

  test.each(['', '{"edxgen":'])('takes a record of %j for none', async (text) => {
    const out = copyOf(begun);
    await finish(out);
    writeFileSync(join(out, '.parts/pool-002.json'), text);
    await expect(merge(out)).rejects.toThrow(/lacks prod-edxapp-003, prod-edxapp-004;/);
  });

  test.each(['pool-001.json', 'pool-001.watching.jsonl', 'prod-edxapp-001.faults.jsonl'])(
    'sees that a byte of %s is another',
    async (piece) => {
      const out = copyOf(begun);
      await finish(out);
      const path = join(out, '.parts', piece);
      // A digit in the middle, so that JSON stays JSON.
      const text = readFileSync(path, 'latin1');
      const position = text.search(/(?<=.{200})[1-8]/s);
      writeFileSync(
        path,
        `${text.slice(0, position)}${Number(text[position]) + 1}${text.slice(position + 1)}`,
        'latin1',
      );
      await expect(merge(out)).rejects.toThrow(/prod-edxapp-001, prod-edxapp-002/);
      expect(await runShare({ ...OPTIONS, resume: true, out, part: 1, parts: 3 })).toMatchObject({ skipped: [] });
      await merge(out);
      expect(differences(whole, filesOf(out))).toEqual([]);
    },
  );

  test.each(['pool-001.watching.jsonl', 'prod-edxapp-002.faults.jsonl'])('sees that %s is gone', async (piece) => {
    const out = copyOf(begun);
    await finish(out);
    rmSync(join(out, '.parts', piece));
    await expect(merge(out)).rejects.toThrow(/files of the pools of prod-edxapp-001, prod-edxapp-002 that are not/);
  });

  test.each(['prod-edxapp-005.tar', 'truth.json', 'truth/videos.jsonl', 'faults.jsonl'])(
    'of a run that is complete sees that %s is gone',
    async (name) => {
      const out = copyOf(begun);
      await finish(out);
      await merge(out);
      rmSync(join(out, name));
      await expect(merge(out)).rejects.toThrow(
        name.endsWith('.tar')
          ? /archives that are not as manifest\.json says, of prod-edxapp-005; make the run again with resume/
          : `${name} is not as its run left it; make the run again with force`,
      );
    },
  );

  test('can be stopped, and leaves the shares as they were', async () => {
    const out = copyOf(begun);
    await finish(out);
    const before = filesOf(out);
    const stop = new AbortController();
    const hooks = { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) };
    await expect(merge(out, hooks)).rejects.toThrow('stopped');
    expect(differences(before, filesOf(out))).toEqual([]);
  });

  test('needs shares, of this version', async () => {
    await expect(merge(temporaryFolder())).rejects.toThrow(/holds no shares of a run/);
    const out = copyOf(begun);
    const path = join(out, '.parts/run.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"edxgen":"[^"]*"/, '"edxgen":"0.0.1"'));
    await expect(merge(out)).rejects.toThrow(/was made by edxgen 0\.0\.1, and this is/);
    await expect(finish(out)).rejects.toThrow(/holds another run \(edxgen is 0\.0\.1 there/);
  });
});

describe('a share', () => {
  test('leaves what is there, with resume, and makes the same bytes again, without', async () => {
    const out = copyOf(begun);
    const before = filesOf(out);
    expect(await runShare({ ...OPTIONS, out, resume: true, part: 1, parts: 3 })).toMatchObject({
      skipped: ['prod-edxapp-001', 'prod-edxapp-002'],
      lines: 0,
    });
    expect(await runShare({ ...OPTIONS, out, part: 1, parts: 3 })).toMatchObject({ skipped: [] });
    expect(differences(before, filesOf(out))).toEqual([]);
  });

  test('may be made twice at once', async () => {
    const out = copyOf(begun);
    await Promise.all([finish(out, false), finish(out), finish(out, false)]);
    await merge(out);
    expect(differences(whole, filesOf(out))).toEqual([]);
  });

  test('may be made again when the run is merged: only what is damaged is made', async () => {
    const out = copyOf(begun);
    await finish(out);
    await merge(out);
    const path = join(out, 'prod-edxapp-006.tar');
    truncateSync(path, 512);
    expect(await runShare({ ...OPTIONS, out, resume: true, part: 1, parts: 1 })).toMatchObject({
      skipped: ['prod-edxapp-001', 'prod-edxapp-002', 'prod-edxapp-003', 'prod-edxapp-004'],
    });
    expect(differences(whole, filesOf(out))).toEqual([]);
  });

  test('of more shares than pools may have nothing to do', async () => {
    const out = folderOf('many');
    expect(await runShare({ ...OPTIONS, out, part: 9, parts: 9 })).toMatchObject({ servers: [], lines: 0 });
  });

  test.each([
    [{ ...OPTIONS, users: 31 }, 'users is 30 there, and 31 here'],
    [{ ...OPTIONS, compress: 'none' as const }, 'compress is gzip there, and none here'],
    [{ ...OPTIONS, course: 'examples/course.yaml' }, 'course is null there, and examples/course.yaml here'],
  ])('of another run is refused: %j', async (options, words) => {
    const out = copyOf(begun);
    await expect(runShare({ ...options, out, resume: true, part: 2, parts: 3 })).rejects.toThrow(
      `holds another run (${words}); choose another place with out`,
    );
  });

  test.each([
    [{ force: true }, /force would remove what other shares have made/],
    [{ faults: undefined, fault: ['clock-back=2'] }, /fault NAME=COUNT chooses from the whole run/],
    [{ jobs: 0 }, /jobs must be a whole number/],
    [{ out: '' }, /out must name a folder/],
  ])('refuses %j, and claims no place', async (option, words) => {
    const out = folderOf('refused');
    await expect(runShare({ ...OPTIONS, out, ...option, part: 1, parts: 2 })).rejects.toThrow(words);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    { part: 3, parts: 2 },
    { part: 0, parts: 2 },
    { part: 1.5, parts: 2 },
    { part: 1, parts: 0 },
  ])('that there cannot be is refused: %j', async (share) => {
    await expect(runShare({ ...OPTIONS, ...share, out: folderOf('refused') })).rejects.toThrow(UserError);
  });

  test('never touches what is not of its run', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'prod-edxapp-001.tar'), 'real logs');
    await expect(runShare({ ...OPTIONS, out, resume: true, part: 1, parts: 2 })).rejects.toThrow(UserError);
    expect(filesOf(out)).toEqual(new Map([['prod-edxapp-001.tar', Buffer.from('real logs')]]));
  });
});

describe('a whole run', () => {
  test('does not take the place of shares, but with force', async () => {
    const out = copyOf(begun);
    await expect(generate({ ...OPTIONS, out })).rejects.toThrow(
      /holds servers of a run that is not complete; go on with resume, or replace them with force/,
    );
    await generate({ ...OPTIONS, out, force: true });
    expect(differences(whole, filesOf(out))).toEqual([]);
  });

  test('goes on from there, with resume', async () => {
    const out = copyOf(begun);
    const archive = join(out, 'prod-edxapp-001.tar');
    const { mtimeMs } = statSync(archive);
    await resumed(out);
    expect(differences(whole, filesOf(out))).toEqual([]);
    expect(statSync(archive).mtimeMs).toBe(mtimeMs);
  });
});
