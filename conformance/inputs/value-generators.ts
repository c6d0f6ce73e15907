import fc from 'fast-check';
import { ADDRESSES } from './addresses.precomputed.ts';
import { wellFormedText, withoutControls } from './any-text.ts';
import type { ValueGenerators } from './payload.ts';
import { drawnFrom, POOL } from './pool.ts';
import { formatInstant } from '../../src/base/time.ts';
import type { RuleId } from '../../src/spec/index.ts';
import { AGENTS, ANSWER_IDS, HOSTS, SAMPLES, TEXTS, USERNAMES } from './samples.ts';

/** Mostly what a real log would hold, now and then something odd. */
const mostly = (usual: readonly string[], odd: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ arbitrary: fc.constantFrom(...usual), weight: 5 }, { arbitrary: odd, weight: 1 });

/** 4 March 2013, where times shrink to. */
const EPOCH = Date.UTC(2013, 2, 4) * 1000;
const SECOND = 1_000_000;

/** Fractions of a second, in microseconds, that are often read wrong. */
const FRACTIONS = [0, 1, 999_999, 100_000, 120_000, 500];
/** Two numbers that share no factor with what they step through, so that all of it is met. */
const STEPS = { seconds: 77_003, micros: 611_953 };
const FOUR_WEEKS = 28 * 86_400;

/** Instants of four weeks, with all kinds of fractions: made once, because a line needs one. */
const INSTANTS = Array.from({ length: 400 }, (_, i) => {
  const micros = i % 2 === 0 ? FRACTIONS[(i / 2) % FRACTIONS.length]! : (i * STEPS.micros) % SECOND;
  return formatInstant(EPOCH + ((i * STEPS.seconds) % FOUR_WEEKS) * SECOND + micros);
});

const isoformat = (time: string): string => time.replace(/\.000000$/, '');
/** A time as some dialect spells it; in `deployed` and `current` without its fraction where that is zero. */
const FORMS: readonly ((time: string) => string)[] = [
  isoformat,
  (time) => time,
  (time) => `${isoformat(time)}+00:00`,
  (time) => `${isoformat(time).replace('T', ' ')}+00:00`,
];

/** What a reader must take as a time. */
const times = (pattern: string): fc.Arbitrary<string> => {
  const isOfPattern = new RegExp(pattern, 'u');
  const form = FORMS.find((each) => isOfPattern.test(each('2013-03-04T00:00:00.000000')))!;
  return fc.constantFrom(...INSTANTS.map(form));
};

function matching(pattern: string, rule: RuleId | undefined): fc.Arbitrary<string> {
  if (rule === 'time-format') return times(pattern);
  const samples = (rule && SAMPLES[rule]?.filter((text) => new RegExp(pattern, 'u').test(text))) ?? [];
  const usual = Array.from({ length: samples.length > 0 ? 4 * POOL : 0 }, (_, i) => samples[i % samples.length]!);
  return fc.constantFrom(...usual, ...(rule === 'ip-address' ? ADDRESSES : drawnFrom(pattern)));
}

const remembered = new Map<string, fc.Arbitrary<string>>();

/**
 * The leaves of records that look like logs. Half surrogate pairs, and keys that some language has its own idea of, are for
 * properties that are about them.
 */
export const LOG_LIKE: ValueGenerators = {
  text: mostly(['', ...TEXTS], wellFormedText),
  formText: mostly(['', ...TEXTS], wellFormedText),
  key: mostly(ANSWER_IDS, wellFormedText),
  answerId: mostly(ANSWER_IDS, withoutControls(wellFormedText)),
  input: mostly(ANSWER_IDS, withoutControls(wellFormedText)),
  // The protocol does not say whether an empty form is an empty object or an empty payload.
  leastInputs: 1,
  integer: (least) =>
    fc
      .nat(119)
      .map((n) => (n < 100 ? n + Math.max(least, 0) : n < 110 ? Math.max(least, -n) : n < 115 ? 2 ** 31 : 2 ** 40)),
  number: (least) => fc.nat(9_999_999).map((n) => n / 1000 + Math.max(least, 0)),
  matching(pattern, rule) {
    const key = `${rule}/${pattern}`;
    const known = remembered.get(key) ?? matching(pattern, rule);
    remembered.set(key, known);
    return known;
  },
  fields: {
    username: mostly(USERNAMES, wellFormedText),
    agent: mostly(AGENTS, wellFormedText),
    host: fc.constantFrom(...HOSTS),
  },
};
