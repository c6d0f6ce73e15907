/** Names and texts from outside move no cursor and forge no line, whatever prints them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const EVIL = 'x\u001b[2J\u001b]0;t\u0007\r\n::error::forged\u009b1A\u2028\u202e';
const LABEL = {
  server: 'prod-edxapp-001',
  file: 'tracking.log-20130304',
  line: 1,
  offset: 0,
  length: 1,
  fault: EVIL,
  level: EVIL,
  verdict: EVIL,
  rule: EVIL,
  clean: '',
};
/** What is no text of one line. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const SETUPS: Record<string, (folder: string) => void> = {
  'a log’s name': (folder) => writeFileSync(join(folder, `${EVIL}.log`), '{\n'),
  'a member’s name': (folder) => {
    mkdirSync(join(folder, EVIL));
    writeFileSync(join(folder, EVIL, `${EVIL}.log`), '{\n');
  },
  'a label': (folder) => {
    writeFileSync(join(folder, 'faults.jsonl'), `${JSON.stringify(LABEL)}\n`);
    writeFileSync(join(folder, 'x.log'), '{\n');
  },
  'a run': (folder) => {
    mkdirSync(join(folder, 'run'));
    writeFileSync(
      join(folder, 'run/x.log'),
      `{"username": ${JSON.stringify(EVIL)}, "time": "2013-03-04T05:06:07.000000", "event_source": "browser", "event_type": ${JSON.stringify(EVIL)}}\n`,
    );
    writeFileSync(
      join(folder, 'run/manifest.json'),
      JSON.stringify({ edxgen: EVIL, options: { seed: EVIL, [EVIL]: EVIL }, totals: { lines: 1 } }),
    );
    writeFileSync(join(folder, 'run/faults.jsonl'), `${JSON.stringify(LABEL)}\n`);
    writeFileSync(join(folder, 'run/truth.json'), JSON.stringify({ [EVIL]: EVIL }));
  },
  'a file in the way': (folder) => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out', EVIL.replaceAll('/', '')), '');
  },
  'a course file': (folder) =>
    writeFileSync(join(folder, 'c.yaml'), `${JSON.stringify(EVIL)}: 1\ntitle: ${JSON.stringify(EVIL)}\n`),
};

/** They tell nothing of what is hostile. */
const SILENT = ['edxgen report --terminal .', 'edxgen merge run'];

test.each([
  ['a log’s name', 'edxgen validate .'],
  ['a log’s name', 'edxgen validate --format github .'],
  ['a log’s name', 'edxgen validate --json .'],
  ['a log’s name', 'edxgen report --terminal .'],
  ['a member’s name', 'tar -cf x.tar x*; edxgen validate x.tar; edxgen validate --json x.tar'],
  ['a label', 'edxgen validate --labels faults.jsonl x.log'],
  [
    'a label',
    'edxgen validate --labels faults.jsonl --format github x.log; edxgen validate --labels faults.jsonl --json x.log',
  ],
  ['a run', 'edxgen report --terminal run'],
  ['a run', 'edxgen validate run; edxgen repair run --out clean'],
  ['a run', 'edxgen merge run'],
  ['a file in the way', 'edxgen --users 2 --days 1 --out out'],
  ['a course file', 'edxgen --course c.yaml --stdout'],
  ['a course file', 'edxgen check c.yaml'],
])('%s: %s', async (name, command) => {
  const folder = temporaryFolder();
  SETUPS[name]!(folder);
  const { out, err } = await shell(command, folder);
  const lines = `${out}\n${err}`.split('\n');
  expect(lines.filter((line) => OBEYED.test(line) || line.startsWith('::error::forged'))).toEqual([]);
  if (!SILENT.includes(command)) expect(`${out}${err}`).toMatch(/⟨U\+001B⟩|\\u001b/);
});
