/** Statistics of answers: what is sent and looked at again, how it is spelled, what is said of it. */
import { share } from './numbers.ts';
import { statistic, type Statistic } from './statistic.ts';
import { correlation } from './tells.ts';

/** Seconds within which nobody has thought. */
const QUICK = 5;

export const answering: readonly Statistic[] = [
  statistic(
    'checks',
    'of all that are not the first, of problems that were solved',
    0.04,
    [0.02, 0.06],
    'judgement: 2 to 6%',
    ({ answers: { further } }) => further.ofSolved / further.all,
  ),
  statistic(
    'answers shown',
    'a day or more after the last check',
    0.2,
    [0.08, 0.4],
    'judgement: many come back for them',
    ({ answers: { shown } }) => shown.late / shown.all,
  ),
  statistic(
    'answers shown',
    'that were shown before',
    0.1,
    [0.03, 0.2],
    'judgement',
    ({ answers: { shown } }) => shown.again / shown.all,
  ),
  statistic(
    'messages',
    'of wrong answers given twice, not always the same',
    0,
    [0, 0],
    'the platform: they follow from problem and answer',
    ({ answers: { repeated } }) => repeated.unlike / repeated.all,
  ),
  statistic(
    'messages',
    'of wrong answers, those that anything is said of',
    0.35,
    [0.1, 0.6],
    'choice',
    ({ answers: { said } }) => [...said.values()].filter((texts) => !texts.has(' ')).length / said.size,
  ),
  statistic(
    'time to answer',
    'exercises of lectures within 20 s',
    0.22,
    [0.12, 0.35],
    'judgement: 15 to 30%',
    ({ answers: { exercises } }) => share(exercises, (seconds) => seconds < 20),
  ),
  statistic(
    'guessing',
    'further answers at choices within 5 s',
    0.25,
    [0.12, 0.4],
    'judgement: the next one at once',
    ({ answers: { choices } }) => share(choices, ({ seconds }) => seconds < QUICK),
  ),
  statistic(
    'guessing',
    'of these, how much fewer are right than of the others',
    0.25,
    [0.12, 0.45],
    'judgement: right by luck',
    ({ answers: { choices } }) => {
      const right = (isQuick: boolean) =>
        share(
          choices.filter(({ seconds }) => seconds < QUICK === isQuick),
          (answer) => answer.right,
        );
      return right(false) - right(true);
    },
  ),
  statistic(
    'guessing',
    'of these, the next in the list, to the one above',
    1.8,
    [1.6, 4],
    'judgement: who tries all goes down',
    ({ answers: { choices } }) => {
      const steps = (step: number) => choices.filter((answer) => answer.seconds < QUICK && answer.step === step).length;
      return steps(1) / steps(-1);
    },
  ),
  statistic(
    'spelling',
    'right expressions without blanks, which the course has',
    0.4,
    [0.25, 0.65],
    'choice: as people write programs, and tighter in a line',
    ({ answers: { expressions } }) => expressions.bare / expressions.all,
  ),
  statistic(
    'spelling',
    'right numbers otherwise than the course',
    0.1,
    [0.04, 0.25],
    'choice: points, zeros, digits',
    ({ answers: { numbers } }) => numbers.otherwise / numbers.all,
  ),
  statistic(
    'the grader’s queue',
    'two programs or fewer wait',
    0.85,
    [0.6, 0.95],
    'judgement: mostly empty, long before deadlines',
    ({ answers: { queue } }) => share(queue, ({ ahead }) => ahead <= 2),
  ),
  statistic(
    'the grader’s queue',
    'correlation of its lengths within a minute',
    0.6,
    [0.35, 0.95],
    'a queue fills and empties',
    ({ answers: { queue } }) =>
      correlation(
        queue.flatMap(({ time, ahead }, at) => {
          const next = queue[at + 1];
          return next && next.time - time < 60 ? [[ahead, next.ahead] as const] : [];
        }),
      ),
  ),
];
