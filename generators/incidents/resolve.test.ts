/** Mistakes about incidents end in one line that says where, what and what is allowed. */
import { expect, test } from 'vitest';
import { UserError } from '../../src/base/user-error.ts';
import { incidentsOf } from './resolve.ts';

const SPAN = { start: 0, days: 7, dialect: 'current', pools: 2 } as const;
const idsOf = (...texts: string[]): string[] => incidentsOf([], texts, SPAN).map(({ id }) => id);

test('each has an id of its own', () => {
  expect(idsOf('outage', 'outage', 'outage=id:outage-2')).toEqual(['outage', 'outage-3', 'outage-2']);
});

test.each<[string[], string]>([
  [['outrage'], 'incident: there is no incident "outrage"; did you mean outage?'],
  [['outage=__proto__:1'], 'outage has no parameter "__proto__"; it has at,'],
  [['outage=constructor:1'], 'outage has no parameter "constructor"; it has at,'],
  [['outage=at:1e309'], 'at of outage must be a number from 0 to 3660, not "1e309"'],
  [['outage=at:1,at:2'], 'at of outage is given more than once'],
  [['outage=at:8'], "outage begins 8 days after the run's start, and the run is over after 7"],
  [['outage=pool:3'], 'outage is of pool 3, and the run has 2 pools of two servers'],
  [['clock-off=machine:3'], 'clock-off is of machine 3, and a pool has 2 machines at most'],
  [['outage=id:../x'], 'an id is of letters, digits, _ and -, not "../x"'],
  [['outage=of:m\u009bn'], 'not "m\\u009bn"'],
  [['outage=id:a', 'outage=id:a'], 'two incidents have the id "a"'],
  [Array.from({ length: 101 }, () => 'outage'), 'a run has 100 incidents at most, not 101'],
])('%j', (texts, message) => {
  expect(() => idsOf(...texts)).toThrow(UserError);
  expect(() => idsOf(...texts)).toThrow(message);
});

test('one in the file of a site says where it stands', () => {
  const asked = { kind: 'outage', values: { at: 9 }, where: 'site.yaml: incidents[0]' };
  expect(() => incidentsOf([asked], ['slow-hours'], SPAN)).toThrow(/^site\.yaml: incidents\[0\]: outage begins 9 days/);
});
