/** What does not follow from anything in the lines, and is so: people who have a part in incidents, as the truth tells. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HOUR = 3_600e3;

/** By role, the rules of the checkers that do not hold of a person while the incident goes on, and for some hours afterwards. */
const EXCUSED: Readonly<Record<string, readonly string[]>> = {
  // Two people with a login each, in two places.
  account: ['session', 'place', 'address'],
  // A program beside its owner, which loads no page and clicks nowhere.
  script: ['click', 'session', 'place', 'sequence', 'pageClose', 'page'],
  // What was begun goes on in a page that is loaded anew, or not at all.
  interrupted: ['rubric', 'pageClose', 'pageView', 'click', 'player', 'video', 'twice'],
  slowed: ['click'],
  // Works on what the course's file calls closed.
  reprieved: ['due'],
  // Answers are marked anew, and nobody tells of it.
  misjudged: ['state', 'solved'],
};

/** Whoever is interrupted comes back within hours; whose marks were changed finds them so ever after. */
const AFTERWARDS: Readonly<Record<string, number>> = { interrupted: 6 * HOUR, misjudged: Infinity };

/** Lines are written so much later than what they tell of, at most. */
const SOON = 60e3;

/** By how much the clock that is off is behind. */
const BEHIND = 420e3;

interface Entry {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly users: readonly { readonly username: string; readonly role: string }[];
}

/** A test of whether a fault is excused by a run's truth. */
export function excusedBy(
  folder: string,
): (fault: { readonly rule: string; readonly line: string; readonly message: string }) => boolean {
  let hasRegrades = false;
  /** Lines of these times may be of a clock that is off. */
  const off: (readonly [from: number, to: number])[] = [];
  const parts = new Map<string, { readonly role: string; readonly from: number; readonly to: number }[]>();
  for (const text of readFileSync(join(folder, 'truth', 'incidents.jsonl'), 'utf8')
    .trim()
    .split('\n')) {
    const { kind, users, from, to } = JSON.parse(text) as Entry;
    hasRegrades ||= kind === 'wrong-key';
    const [first, last] = [from, to].map((time) => Date.parse(`${time.slice(0, 23)}Z`)) as [number, number];
    if (kind === 'clock-off') off.push([first - BEHIND, last + SOON]);
    for (const { username, role } of users)
      parts.set(username, [
        ...(parts.get(username) ?? []),
        { role, from: first, to: last + (AFTERWARDS[role] ?? SOON) },
      ]);
  }
  return ({ rule, line, message }) => {
    // What a worker makes of marks that are given anew follows from no deed of a learner's, and may be less than what was handed in.
    if (rule === 'worker' && (line.includes('"edx.grades.problem.rescored"') || message.startsWith('has fewer than')))
      return hasRegrades;
    const username = /"username": "([^"]*)"/.exec(line)?.[1] ?? '';
    const time = Date.parse(`${/"time": "(\d{4}-[^"]{0,19})/.exec(line)![1]!}Z`);
    if (off.some(([from, to]) => time >= from && time < to)) return true;
    return (parts.get(username) ?? []).some(
      ({ role, from, to }) => time >= from && time < to && EXCUSED[role]?.includes(rule),
    );
  };
}
