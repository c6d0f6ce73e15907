/** The worked detectors of docs/incidents.md find what the truth knows. */
import { generate } from 'edxgen';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKOUT } from '../../testing/program.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const HERE = join(CHECKOUT, 'examples', 'detectors');
const folder = join(temporaryFolder(), 'run');

beforeAll(async () => {
  // Others copy, game and have two accounts, and none of them is what is looked for.
  const others = ['shared-answers', 'gaming', 'second-account'];
  const incident = ['outage=hours:2', 'harvester=share:0.05', 'scripted-checking=share:0.03', ...others];
  await generate({ users: 1500, days: 7, incident, out: folder });
});

describe.each([
  ['outage', 0.95, 0.95],
  ['harvesters', 0.9, 0.85],
  ['scripts', 0.9, 0.9],
])('%s', (name, precision, recall) => {
  test('finds them', () => {
    const told = execFileSync('python3', [join(HERE, `${name}.py`), folder], { encoding: 'utf8' });
    const [, precise, recalled] = /^precision (\S+) recall (\S+)/.exec(told)!;
    expect(Number(precise)).toBeGreaterThanOrEqual(precision);
    expect(Number(recalled)).toBeGreaterThanOrEqual(recall);
    expect(readFileSync(join(CHECKOUT, 'docs', 'incidents.md'), 'utf8')).toContain(told.trim());
  });

  test('stands in the docs as it is', () => {
    expect(readFileSync(join(CHECKOUT, 'docs', 'incidents.md'), 'utf8')).toContain(
      readFileSync(join(HERE, `${name}.py`), 'utf8'),
    );
  });
});
