/** The incidents of a run, as its truth tells them [docs/incidents.md]; as much of it as a report shows. */
import { isCount, isObject } from '../base/shape.ts';
import { readJsonLines } from './run-artifacts.ts';

export interface ShownIncident {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly servers: number;
  /** Who has a part in it. */
  readonly people: number;
  readonly written: number;
  readonly changed: number;
  readonly missing: number;
}

const MOST = 100;
const LONGEST = 80;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Reads a run's incidents; what is none is passed over.
 *
 * @throws ReadError when there is no such file
 */
export async function readIncidents(path: string): Promise<ShownIncident[]> {
  const found: ShownIncident[] = [];
  await readJsonLines(path, ({ id, kind, from, to, servers, users, lines }) => {
    if (textOf(kind) === '' || found.length === MOST) return;
    const count = (what: string): number => {
      const value = isObject(lines) ? lines[what] : undefined;
      return isCount(value) ? value : 0;
    };
    const names = listOf(users).map((user) => (isObject(user) ? user['username'] : undefined));
    found.push({
      id: textOf(id),
      kind: textOf(kind),
      from: textOf(from).slice(0, 16),
      to: textOf(to).slice(0, 16),
      servers: listOf(servers).length,
      people: new Set(names).size,
      written: count('written'),
      changed: count('changed'),
      missing: count('missing'),
    });
  });
  return found;
}
