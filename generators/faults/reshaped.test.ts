/** Line operators among lines that incidents have reshaped: cut off, with a field more, of an event that no dialect knows. */
import { describe, expect, test } from 'vitest';
import type { LogWriter } from '../../src/archive/write-server.ts';
import { stream } from '../../src/base/random/index.ts';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { linesOf } from '../../testing/runs.ts';
import type { LineFault } from './fault.ts';
import { FaultyLog, type LabelSink } from './faulty-log.ts';
import { actsOn, LINE_FAULTS } from './index.ts';
import { rulesIn } from './rules-in.test.support.ts';

const INCIDENTS = [
  ...['field', 'name', 'both'].map((what) => `release=at:0.2,minutes:0,hours:90,what:${what}`),
  'file-truncated=at:0.5',
];

/** The lines that an operator writes which may break each, and the clean ones that it has broken. */
function breakEach(fault: LineFault, dialect: Dialect, lines: readonly string[]) {
  const texts: string[] = [];
  const cleans: string[] = [];
  const random = stream('reshaped', fault.id);
  const log: LogWriter = {
    nextFile: () => {},
    line: (text) => void texts.push(text.slice(0, -1)),
    close: () => ({ bytes: 0, sha256: '', files: [] }),
  };
  const labels: LabelSink = { write: ({ clean }) => void cleans.push(...clean!.split('\n')), close: () => {} };
  const selection = { gap: () => 0, operators: () => [fault], random: () => random };
  const faulty = new FaultyLog('server', { dialect }, selection, labels, log);
  faulty.nextFile('file', 0);
  for (const line of lines) faulty.line(`${line}\n`, 0);
  faulty.close();
  return { texts, cleans };
}

describe.each(DIALECTS)('%s', (dialect) => {
  const operators = LINE_FAULTS.filter((fault) => actsOn(fault, dialect) && !fault.onlyNamed);

  test.each(INCIDENTS)('%s', async (incident) => {
    const options = { users: 40, days: 3, servers: 1, dialect, seed: 'reshaped', heartbeats: 'none' } as const;
    const all = await linesOf({ ...options, incident: [incident] });
    const rules = await rulesIn(all, dialect);
    const reshaped = all.filter((_, index) => rules[index]!.size > 0).slice(0, 8);
    if (!incident.includes('what:field')) expect(reshaped.length).toBeGreaterThan(0);
    // Those that conform, with a field more or not, are broken so that it shows; others stay.
    const lines = [...reshaped, ...all.slice(-15)];
    const betrayed: string[] = [];
    for (const fault of operators) {
      const { texts, cleans } = breakEach(fault, dialect, lines);
      betrayed.push(
        ...cleans.filter((clean) => reshaped.includes(clean)).map((clean) => `${fault.id} breaks ${clean}`),
      );
      if (fault.verdict !== 'reject') continue;
      const broken = texts.filter((text) => !lines.includes(text));
      const found = await rulesIn(broken, dialect);
      const hidden = broken.filter((_, index) => !found[index]!.has(fault.rule!));
      betrayed.push(...hidden.map((text) => `${fault.id} does not show in ${text}`));
    }
    expect(betrayed.slice(0, 3)).toEqual([]);
  });
});
