/** Statistics of answers: what is sent and looked at again, how it is spelled, what is said of it. */
import { statistic, type Statistic } from './statistic.ts';

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
];
