/** Each operator by itself, in a copy of one run: it acts as often as asked, shows as it should, and can be undone. */
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { broken, cleanRun, differences, disagreements, labelsIn } from './breaking.test.support.ts';
import { FAULTS } from './index.ts';

/** Operators are taken alone where a run is quick to read; in deployed, full of heartbeats, some at once. */
const AT_ONCE = { documented: 1, deployed: 12 };
const COUNT = 2;

describe.each(DIALECTS)('%s', (dialect) => {
  let clean: string;
  beforeAll(async () => {
    clean = await cleanRun(dialect);
  });

  const ids = FAULTS.filter(({ dialects }) => (dialects?.includes(dialect) ?? true)).map(({ id }) => id);
  const groups = ids.flatMap((_, place) => (place % AT_ONCE[dialect] === 0 ? [ids.slice(place, place + AT_ONCE[dialect])] : []));

  test.each(groups.map((group) => [group.join(' '), group] as const))('%s', async (_, group) => {
    const count = dialect === 'documented' ? COUNT : 1;
    const folder = await broken(clean, group.map((id) => `${id}=${count}`));
    const counts = new Map<string, number>();
    for (const { fault } of labelsIn(folder)) counts.set(fault, (counts.get(fault) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(group.map((id) => [id, count])));
    expect(await disagreements(folder)).toEqual([]);
    expect(await differences(folder, clean)).toEqual([]);
  });
});
