/** No click is followed by its consequences on the next day: a run of whole days holds every consequence. */
import { beforeAll, expect, test } from 'vitest';
import { simulate } from './simulate.ts';

/** Clicks in the last three seconds of an hour, by hour. */
const clicks = new Map<string, number>();

beforeAll(async () => {
  for await (const line of simulate({ users: 4000, days: 14, seed: 'midnight' }).lines()) {
    const hour = /"time": "[\d-]+T(\d\d):59:5[7-9]\..*"event_source": "browser"/.exec(line)?.[1];
    if (hour !== undefined) clicks.set(hour, (clicks.get(hour) ?? 0) + 1);
  }
});

test('nobody clicks in the last seconds before midnight', () => expect(clicks.get('23')).toBeUndefined());

test('people do at any other time of the evening', () => {
  for (const hour of ['18', '19', '20', '21', '22']) expect(clicks.get(hour)).toBeGreaterThan(0);
});
