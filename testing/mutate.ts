/** Random damage of bytes, for fuzzing what reads logs. */
import type { Stream } from '../src/base/random/index.ts';

/** Bytes that some reader stumbles over. */
const MARKS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\r',
  '\0',
  '\x1f',
  '\x80',
  '\xc3',
  '\xed\xa0\xbd',
  '\xef\xbb\xbf',
  '\xff',
  '1e999',
  '-0',
  'null',
  '\\u0000',
  '\\ud83d',
  '%',
  '&',
  '+',
  ' ',
  '{"a":',
  '[[[[',
];

const below = (random: Stream, bound: number): number => Math.floor(random() * bound);

type Mutation = (bytes: Buffer, random: Stream) => Buffer;

const splice = (bytes: Buffer, start: number, end: number, between: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, start), between, bytes.subarray(end)]);

const flip: Mutation = (bytes, random) => {
  const copy = Buffer.from(bytes);
  copy[below(random, copy.length)]! ^= 1 << below(random, 8);
  return copy;
};
const put: Mutation = (bytes, random) => {
  const at = below(random, bytes.length + 1);
  return splice(bytes, at, at, Buffer.from(MARKS[below(random, MARKS.length)]!, 'latin1'));
};
const replace: Mutation = (bytes, random) => {
  const at = below(random, bytes.length);
  return splice(bytes, at, at + 1 + below(random, 4), Buffer.from(MARKS[below(random, MARKS.length)]!, 'latin1'));
};
const cut: Mutation = (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1));
const remove: Mutation = (bytes, random) => {
  const at = below(random, bytes.length);
  return splice(bytes, at, at + below(random, 40), Buffer.alloc(0));
};
const repeat: Mutation = (bytes, random) => {
  const at = below(random, bytes.length);
  const end = Math.min(bytes.length, at + below(random, 40));
  return splice(
    bytes,
    end,
    end,
    Buffer.concat(Array.from({ length: 1 + below(random, 20) }, () => bytes.subarray(at, end))),
  );
};
const noise: Mutation = (_, random) => Buffer.from(Array.from({ length: below(random, 60) }, () => below(random, 256)));

const MUTATIONS = [flip, put, replace, cut, remove, repeat, noise];

/** Damages some bytes, one to four times. */
export function mutate(bytes: Buffer, random: Stream): Buffer {
  let broken = bytes;
  for (let times = 1 + below(random, 4); times > 0; times -= 1) {
    if (broken.length > 0) broken = MUTATIONS[below(random, MUTATIONS.length)]!(broken, random);
  }
  return broken;
}
