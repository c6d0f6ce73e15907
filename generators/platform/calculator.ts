/** The calculator in the pages of the course: what people have it work out over a problem. */
import { SECOND } from '../../src/base/time.ts';
import { chance, hashedShare, integer, lognormal, pick, type Stream } from '../../src/base/random/index.ts';
import type { Input, Problem } from '../course/course.ts';
import type { SessionContext } from '../model/session-context.ts';
import type { DelayedRequest } from './site-request.ts';

/** So many have ever seen the calculator, and take to it over a problem with numbers so often each time; the rest have one of their own (choices). */
const KNOWS = 0.12;
const TAKES = 0.4;
/** Seconds until somebody has an equation, until it has the next one, and until what comes out is made use of: logarithms. */
const THINKS = { mean: 2.9, sd: 0.8 };
const AGAIN = { mean: 2.2, sd: 0.8 };
const USES = { mean: 1.2, sd: 0.6 };
/** So often what comes out is the answer, and not something on the way to it, or a slip. */
const IS_ANSWER = 0.6;

type Numeric = Input & { readonly kind: 'number' };

/** A number as somebody types it in the midst of a calculation. */
const typed = (value: number): string => String(Number(value.toPrecision(4)));

/** Ways to come to a number. */
const WAYS: readonly ((value: number, random: Stream) => readonly string[])[] = [
  (value, random) => {
    const factor = integer(random, 2, 12);
    return [typed(value / factor), '*', String(factor)];
  },
  (value, random) => {
    const divisor = integer(random, 2, 20);
    return [typed(value * divisor), '/', String(divisor)];
  },
  (value, random) => {
    const part = typed(value * random());
    return [part, '+', typed(value - Number(part))];
  },
  (value, random) => {
    const more = integer(random, 1, 10 + Math.ceil(Math.abs(value)));
    return [typed(value + more), '-', String(more)];
  },
  (value) => [`sqrt(${typed(value ** 2)})`],
  (value) => [typed(Math.sqrt(Math.abs(value))), '^', '2'],
  (value, random) => {
    const [factor, divisor] = [integer(random, 2, 9), integer(random, 2, 9)];
    return [typed((value * divisor) / factor), '*', String(factor), '/', String(divisor)];
  },
];

/** What is worked out over an input: it comes to its answer, or to something near. */
function equation(random: Stream, { answer }: Numeric, blank: string): string {
  const value = Number(answer) * (chance(random, IS_ANSWER) ? 1 : pick(random, [0.1, 0.5, 2, 10, -1, 1 + random()]));
  return pick(random, WAYS)(value, random).join(blank);
}

/** What somebody calculates who works on a problem for so many seconds. */
export function calculations(visit: SessionContext, { inputs }: Problem, seconds: number): DelayedRequest[] {
  const { networkRandom: random, learner, population } = visit;
  const { seed } = population;
  const numbers = inputs.filter((input): input is Numeric => input.kind === 'number' && Number(input.answer) !== 0);
  if (numbers.length === 0 || hashedShare(seed, 'calculator', learner.number) > KNOWS) return [];
  const made: DelayedRequest[] = [];
  if (!chance(random, TAKES)) return made;
  const blank = hashedShare(seed, 'blanks in equations', learner.number) < 0.2 ? ' ' : '';
  for (
    let after = lognormal(random, THINKS.mean, THINKS.sd);
    after + lognormal(random, USES.mean, USES.sd) < seconds;
    after += lognormal(random, AGAIN.mean, AGAIN.sd)
  ) {
    const GET = { equation: equation(random, pick(random, numbers), blank) };
    made.push({ path: '/calculate', GET, after: Math.round(after * SECOND) });
    if (chance(random, 0.5)) break;
  }
  return made;
}
