/** Each operator, with some others in a copy of one run: it acts as often as asked, shows as it should, and can be undone. */
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { broken, check, cleanRun, differences, labelsIn } from './breaking.test.support.ts';
import type { LabelReport } from './agreement.ts';
import { FAULTS } from './index.ts';
import type { Label } from './label.ts';

/** Operators that share a copy, and how often each acts: there must be daily files enough for those that break a whole one. */
const AT_ONCE = { documented: 22, deployed: 22, current: 28 };
const COUNTS = { documented: 2, deployed: 1, current: 1 };

describe.each(DIALECTS)('%s', (dialect) => {
  const count = COUNTS[dialect];
  let clean: string;
  beforeAll(async () => {
    clean = await cleanRun(dialect);
  });

  const ids = FAULTS.filter(({ dialects }) => dialects?.includes(dialect) ?? true).map(({ id }) => id);
  // Neighbours are of one level, and want the same: they are dealt out.
  const copies = Math.ceil(ids.length / AT_ONCE[dialect]);
  const groups = Array.from({ length: copies }, (_, copy) => ids.filter((_id, index) => index % copies === copy));

  describe.each(groups.map((group, index) => [index + 1, group] as const))('copy %i', (_, group) => {
    let folder: string;
    let labels: Label[];
    let report: LabelReport;
    beforeAll(async () => {
      folder = await broken(
        clean,
        group.map((id) => `${id}=${count}`),
      );
      labels = labelsIn(folder);
      report = await check(folder);
    });

    test.each(group)('%s', (id) => {
      expect(labels.filter(({ fault }) => fault === id)).toHaveLength(count);
      expect(report.missed.filter(({ label }) => label.fault === id)).toEqual([]);
      expect(report.operators.find(({ fault }) => fault === id)).toMatchObject({ recall: 1, precision: 1 });
    });

    test('shows nothing else, and is undone', async () => {
      expect(report.unlabelled).toEqual([]);
      expect(labels).toHaveLength(count * group.length);
      expect(await differences(folder, clean)).toEqual([]);
    });
  });
});
