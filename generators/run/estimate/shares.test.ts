import { expect, test } from 'vitest';
import { sharesOf } from './shares.ts';

test.each([
  ['what takes minutes stays whole', [0.2, 120, 1], { parts: 1, poolsAPart: 120, hoursAPart: 0.2, servers: undefined }],
  ['parts take about an hour', [60, 120, 1], { parts: 60, poolsAPart: 2, hoursAPart: 1, servers: undefined }],
  [
    'no part has more pools than foreseen',
    [50, 120, 1],
    { parts: 60, poolsAPart: 2, hoursAPart: 2 * (50 / 120), servers: undefined },
  ],
  [
    'threads take pools at the same time',
    [60, 120, 4],
    { parts: 15, poolsAPart: 8, hoursAPart: 1, servers: undefined },
  ],
  ['a pool is the smallest part', [10, 2, 1], { parts: 2, poolsAPart: 1, hoursAPart: 5, servers: 20 }],
  [
    'there are never more servers than allowed',
    [5000, 100, 1],
    { parts: 100, poolsAPart: 1, hoursAPart: 50, servers: 999 },
  ],
  [
    'one pool and more threads than that',
    [0.5, 1, 8],
    { parts: 1, poolsAPart: 1, hoursAPart: 0.5, servers: undefined },
  ],
] as const)('%s', (_, [hours, pools, jobs], expected) => {
  expect(sharesOf(hours, pools, jobs)).toEqual(expected);
});
