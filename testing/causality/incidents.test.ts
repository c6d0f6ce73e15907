/** Lines of people who have a part in incidents follow from each other as all others do, but for what the truth excuses. */
import { generate } from 'edxgen';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { dailyFilesOf, linesIn } from '../runs.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { faultsOf } from './check.test.support.ts';
import { faultsOf as faultsToday } from './current/check.test.support.ts';
import { excusedBy } from './exceptions.test.support.ts';
import { staffOf } from './staff.test.support.ts';

const PEOPLE = [
  'harvester=share:0.1',
  'scripted-checking=share:0.05',
  'gaming=share:0.1',
  'shared-answers=share:0.5,block:100',
  'shared-account=share:0.1',
  'second-account=share:0.1',
  'plagiarism=share:1,block:200',
  'wrong-key=at:0.5,complains:0.9',
  'classroom',
  'viral-day=people:60',
];
const PLATFORM = ['outage=at:1.6,hours:3', 'slow-hours=at:3.5,timeouts:0.05', 'one-machine', 'clock-off=hours:0.01'];

const days = 6;
const RUN = { users: 200, days, servers: 1, seed: 'causes 4' } as const;

test.each(DIALECTS)('%s', async (dialect) => {
  const folder = join(temporaryFolder(), 'run');
  await generate({
    ...RUN,
    dialect,
    heartbeats: 'none',
    compress: 'none',
    jobs: 1,
    incident: [...PEOPLE, ...PLATFORM],
    out: folder,
  });
  const lines = [...dailyFilesOf(folder).values()].flatMap(linesIn);
  const faults =
    dialect === 'current'
      ? faultsToday(lines, { start: '2026-03-02', days })
      : faultsOf(lines, dialect, { days, staff: staffOf(RUN) });
  const isExcused = excusedBy(folder);
  expect(faults.filter((fault) => !isExcused(fault)).slice(0, 5)).toEqual([]);
  // The exceptions are needed.
  expect(faults.length).toBeGreaterThan(0);
  const roles = readFileSync(join(folder, 'truth', 'incidents.jsonl'), 'utf8').match(/"role":"[^"]*"/g);
  expect(new Set(roles).size).toBeGreaterThanOrEqual(10);
});
