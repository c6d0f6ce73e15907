/** What is said of an answer that is wrong. It follows from the input and the answer, so that everybody is told the same of the same. */
import { hash, hashedShare } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';

/** What the platform says of an answer: the author's message, and a hint; empty mostly. */
export interface Feedback {
  readonly message: string;
  readonly hint: string;
}

export const UNSAID: Feedback = { message: '', hint: '' };

/** Of inputs, those whose author has written messages; of their wrong choices, those that have one; of wrong answers, those that a hint is for (choices). */
const COMMENTED = 0.4;
const ADDRESSED = 0.6;
const HINTED = 0.5;

const TEXTS = {
  choice: [
    '<p>Try <b>again</b>.</p>',
    'This is true of some cases, but not of all.',
    'Look at the example in the video once more.',
    'Not quite: what happens <em>before</em> that?',
    'That is what it looks like. Step through it by hand.',
    '<p>You may have mixed up two names &amp; their values.</p>',
    'This would be so if the test came last.',
    'Close, but read the question once more.',
  ],
  checkboxes: [
    'Some of these are right.',
    '<p>One box too many, or one too few.</p>',
    'Check <em>each</em> of them by itself.',
    'There is more than one thing to look at here.',
  ],
  text: [
    'Watch out for <code>spelling</code> &amp; case.',
    '<p>Try <b>again</b>.</p>',
    'Type it into the shell and see what it says.',
    'That is a different thing with a similar name.',
  ],
} as const;

/** What is said of a wrong number, by how it lies to the right one. */
const OF_NUMBERS = {
  sign: '<span class="message">Check your signs.</span>',
  unit: '<span class="message">Check your <em>units</em>.</span>',
  near: 'Off by a little: where do you start to count, and where do you stop?',
  digits: 'Give more digits.',
  far: '<p>Try <b>again</b>.</p>',
} as const;

const UNITS: ReadonlySet<string> = new Set(
  [10, 100, 1000, 60, 12, 2.54, 3600].flatMap((factor) => [factor, 1 / factor]).map((ratio) => ratio.toPrecision(3)),
);

/** How a wrong number lies to the right one. */
function relationOf(wrong: number, right: number): keyof typeof OF_NUMBERS {
  if (wrong === -right) return 'sign';
  if (UNITS.has((wrong / right).toPrecision(3))) return 'unit';
  if (Math.abs(wrong - right) < 0.01 * Math.abs(right)) return 'digits';
  return Math.abs(wrong - right) <= 1 ? 'near' : 'far';
}

const shareOf = (key: string, what: string): number => hashedShare(key, what, 0);

function messageOn(input: Exclude<Input, { readonly kind: 'code' }>, answer: string): string {
  const { key, kind } = input;
  if (shareOf(key, 'commented') >= COMMENTED) return '';
  if (kind === 'number') return OF_NUMBERS[relationOf(Number(answer), Number(input.answer))];
  const texts = TEXTS[kind];
  if (kind === 'choice' && shareOf(key, `addressed ${answer}`) >= ADDRESSED) return '';
  // Of boxes and words, the author tells right and wrong alone.
  const about = kind === 'choice' ? `says ${answer}` : 'says';
  return texts[hash(key, about, 0) % texts.length]!;
}

/** What is said of a wrong answer to an input, as the form has sent it. */
export function feedbackOn(input: Input, answer: string | string[]): Feedback {
  const given = String(answer);
  if (input.kind === 'code' || given.trim() === '') return UNSAID;
  const isMeant = input.hint !== undefined && shareOf(input.key, `hinted ${given}`) < HINTED;
  return { message: messageOn(input, given), hint: isMeant ? input.hint! : '' };
}
