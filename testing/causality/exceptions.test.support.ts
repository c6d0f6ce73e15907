/** What does not follow from anything in the lines, and is so: people who have a part in incidents, as the truth tells. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** By role, the rules of the checkers that do not hold of a person then. */
const EXCUSED: Readonly<Record<string, readonly string[]>> = {
  // Two people with a login each, in two places.
  account: ['session', 'place', 'address'],
  // A program beside its owner, which loads no page and clicks nowhere.
  script: ['click', 'session', 'place', 'sequence', 'pageClose', 'page'],
  // What was begun goes on in a page that is loaded anew, or not at all.
  interrupted: ['rubric', 'pageClose', 'pageView', 'click', 'player', 'video', 'twice'],
  slowed: ['click'],
};

interface Entry {
  readonly users: readonly { readonly username: string; readonly role: string }[];
}

/** A test of whether a fault is excused by a run's truth. */
export function excusedBy(folder: string): (fault: { readonly rule: string; readonly line: string }) => boolean {
  const roles = new Map<string, string[]>();
  for (const text of readFileSync(join(folder, 'truth', 'incidents.jsonl'), 'utf8')
    .trim()
    .split('\n')) {
    const { users } = JSON.parse(text) as Entry;
    for (const { username, role } of users) roles.set(username, [...(roles.get(username) ?? []), role]);
  }
  return ({ rule, line }) => {
    const username = /"username": "([^"]*)"/.exec(line)?.[1] ?? '';
    return (roles.get(username) ?? []).some((role) => EXCUSED[role]?.includes(rule));
  };
}
