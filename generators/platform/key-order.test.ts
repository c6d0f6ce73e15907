/** In a whole run every map of `deployed` stands in the order of Python's dicts. */
import { expect, test } from 'vitest';
import { dictOrder, type DictMaking } from '../../src/spec/python-dict.ts';
import { linesOf } from '../../testing/runs.ts';
import { builtInCourse } from '../course/built-in.ts';
import { problemsOf } from '../truth/totals.ts';

type Maps = Record<'answers' | 'correct_map', object> & { state: Record<'student_answers' | 'correct_map', object> };
type Line = { event_type: string; event: Maps & { problem_id: string } };

const inputsOf = new Map(problemsOf(builtInCourse()).map(({ problem: { location, inputs } }) => [location, inputs]));

test('maps of checks, and parameters of their requests', async () => {
  const seen = new Set<string>();
  const sorted = (what: string, map: object, making: DictMaking, put: readonly string[]): void => {
    const keys = Object.keys(map);
    if (keys.length > 1) seen.add(what);
    if (keys.length > 0) expect([what, ...keys]).toEqual([what, ...dictOrder(making, put)]);
  };
  for (const text of await linesOf({ users: 60, days: 7, seed: 'order', dialect: 'deployed', loadable: true })) {
    const { event_type: type, event } = JSON.parse(text) as Line;
    const problem = /problem\/[^/]*(?=\/problem_check$)/.exec(type)?.[0];
    const sent = problem === undefined ? undefined : (/^\{"POST": \{(.*)\}, "GET"/.exec(String(event))?.[1] ?? '');
    const [, inputs = []] = [...inputsOf].find(([id]) => id === event.problem_id || id.endsWith(`/${problem}`)) ?? [];
    const ids = inputs.map(({ id }) => id);
    const form = inputs.map(({ id, kind }) => `input_${id}${kind === 'checkboxes' ? '[]' : ''}`);
    if (sent) sorted('POST', JSON.parse(`{${sent}}`) as object, 'copied', form);
    if (type !== 'save_problem_check') continue;
    sorted('answers', event.answers, 'answers', form);
    sorted('correct_map', event.correct_map, 'plain', ids);
    sorted('state, answers', event.state.student_answers, 'stored', dictOrder('answers', form));
    sorted('state, marks', event.state.correct_map, 'stored', dictOrder('plain', ids));
  }
  expect([...seen].sort()).toEqual(['POST', 'answers', 'correct_map', 'state, answers', 'state, marks']);
});
