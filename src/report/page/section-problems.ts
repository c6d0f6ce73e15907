import { counted, grouped } from '../../base/format-number.ts';
import { barRows } from '../charts/bar-rows.ts';
import { dumbbells } from '../charts/dumbbells.ts';
import { MOST_ATTEMPTS } from '../statistics/learners.ts';
import type { Summary } from '../statistics/summarize.ts';
import { figure, name, note, section } from './figure.ts';
import { html, type Markup } from './html.ts';
import { sampled } from './section-people.ts';
import { problemTitle, compact, estimate, estimated, percent } from './format-text.ts';

/** Problems that are drawn: those that the most learners try. */
const DRAWN = 24;

const KEY = html`<ul class="legend"><li><svg aria-hidden="true" width="12" height="12"><circle class="ring" cx="6" cy="6" r="4.5"/></svg>right at the first attempt</li><li><svg aria-hidden="true" width="12" height="12"><circle class="single" cx="6" cy="6" r="3.5"/></svg>right in the end</li></ul>`;

/** How many learners get problems right, at first and in the end. */
export function correctnessSection({ tried, learnersOneIn: oneIn, beyond }: Summary): Markup {
  const known = tried.filter(({ learners }) => learners > 0);
  if (known.length === 0) return section('problems', 'Problems', 'No attempt at a problem is marked in these logs.');
  const most = new Set([...known].sort((a, b) => b.learners - a.learners).slice(0, DRAWN));
  const drawn = known.filter((problem) => most.has(problem));
  const checks = tried.reduce((sum, problem) => sum + problem.checks, 0);
  const which =
    known.length > drawn.length
      ? `The ${drawn.length} of ${grouped(known.length)} problems that most learners try`
      : 'All problems';
  const solved = ({ learners, solvers }: (typeof known)[number]) => solvers / learners;
  return section(
    'problems',
    'Problems',
    html`${counted(checks, 'marked attempt')}. ${which}, in the order in which they were first tried: the share of their learners who are right.`,
    sampled(oneIn, 'learners'),
    figure({
      id: 'problems',
      title: 'Share of learners right at the first attempt and in the end, by problem',
      description: `${which}. The table below has all of them.`,
      legend: KEY,
      draw: (width) =>
        dumbbells(
          width,
          drawn.map((problem) => ({
            label: problemTitle(problem.id),
            from: problem.firstCorrect,
            to: solved(problem),
          })),
        ),
      table: {
        caption: 'all problems',
        head: ['Problem', 'Learners', 'Attempts', 'Right at first', 'Right in the end'],
        rows: known.map((problem) => [
          name(problem.id),
          estimate(problem.learners, oneIn),
          grouped(problem.checks),
          percent(problem.firstCorrect),
          percent(solved(problem)),
        ]),
      },
    }),
    beyond.checks > 0 && note(`${grouped(beyond.checks)} attempts at further problems are left out.`),
  );
}

/** How often learners try. */
export function attemptsSection({ tried, learnersOneIn: oneIn }: Summary): Markup | false {
  const counts = Array.from({ length: MOST_ATTEMPTS }, (_, index) =>
    tried.reduce((sum, { attempts }) => sum + attempts[index]!, 0),
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return false;
  const label = (index: number) =>
    `${index + 1}${index + 1 === MOST_ATTEMPTS ? ' or more' : ''} ${index === 0 ? 'attempt' : 'attempts'}`;
  const once = percent(counts[0]! / all);
  return section(
    'attempts',
    'Attempts',
    html`How often a learner had tried a problem by the last attempt: once in ${once} of ${estimated(all, oneIn, 'pair')} of learner and problem.`,
    sampled(oneIn, 'learners'),
    figure({
      id: 'attempts',
      title: 'Pairs of learner and problem by attempts',
      description: `In ${once} of the pairs there is one attempt.`,
      draw: (width) =>
        barRows(
          width,
          counts.map((count, index) => ({
            label: label(index),
            value: count,
            text: `${compact(count * oneIn)} · ${percent(count / all)}`,
          })),
        ),
      table: {
        caption: 'pairs of learner and problem by attempts',
        head: ['Attempts', 'Pairs', 'Share'],
        rows: counts.map((count, index) => [label(index), estimate(count, oneIn), percent(count / all)]),
      },
    }),
  );
}
