/** Ways to change what is seen of a run, as if a mechanism were not there. */
import { hash } from '../../src/base/random/index.ts';
import type { Seen } from './observer.ts';

/** Wrong answers at choices drawn anew. */
export function answersAtRandom(make: () => () => number): (seen: Seen) => Seen {
  const random = make();
  return (one) => {
    if (one.type !== 'save_problem_check') return one;
    const { answers, correct_map: map } = one.payload;
    const drawn = Object.keys(answers).map((id) => [
      id,
      map[id].correctness === 'correct' ? answers[id] : `choice_${Math.floor(random() * 5)}`,
    ]);
    return { ...one, payload: { ...one.payload, answers: Object.fromEntries(drawn) } };
  };
}

/** Queues of any length, whenever somebody looks. */
export function queueAtRandom(make: () => () => number): (seen: Seen) => Seen {
  const random = make();
  return (one) => {
    if (one.type !== 'save_problem_check') return one;
    const text = JSON.stringify(one.payload).replace(
      /Queue length: \d+/g,
      () => `Queue length: ${1 + Math.floor(9 * random())}`,
    );
    return { ...one, payload: JSON.parse(text) };
  };
}

/** Blanks around every operator, as if all wrote alike. */
export function spacedAnswers(one: Seen): Seen {
  if (one.type !== 'save_problem_check') return one;
  const answers = Object.entries(one.payload.answers).map(([id, answer]) => [
    id,
    typeof answer === 'string' ? answer.replace(/ ?([-+*/%=]{1,2}) ?/g, ' $1 ') : answer,
  ]);
  return { ...one, payload: { ...one.payload, answers: Object.fromEntries(answers) } };
}

/** Something said of every answer, whatever it is. */
export function messagesAtRandom(make: () => () => number): (seen: Seen) => Seen {
  const random = make();
  return (one) => {
    if (one.type !== 'save_problem_check') return one;
    const said = Object.entries<object>(one.payload.correct_map).map(([id, entry]) => [
      id,
      { ...entry, msg: random() < 0.5 ? 'Try again.' : 'Think.' },
    ]);
    return { ...one, payload: { ...one.payload, correct_map: Object.fromEntries(said) } };
  };
}

/** Every address as a number that says nothing of where it is. */
export function strewnAddresses(): (seen: Seen) => Seen {
  const bytes = (ip: string): string => [0, 1, 2, 3].map((byte) => hash(ip, 'strewn', byte) % 256).join('.');
  return (one) => ({ ...one, ip: bytes(one.ip) });
}

/** Everybody's first browser for ever, and of its agent no more than the name. */
export function frozenBrowsers(): (seen: Seen) => Seen {
  const agents = new Map<string, string>();
  return (one) => {
    const agent = agents.get(one.username) ?? one.agent.replace(/\(.*?\)/, '(Windows)');
    agents.set(one.username, agent);
    return { ...one, agent };
  };
}

/** One change after the other. */
export const each =
  (...changes: ((seen: Seen) => Seen)[]) =>
  (one: Seen): Seen =>
    changes.reduce((seen, change) => change(seen), one);
