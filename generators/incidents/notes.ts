/** What the truth knows of a pool's incidents: who, how many lines, and where they are. */
import type { Mark } from '../model/mark.ts';
import { MET } from './incident.ts';

export interface Range {
  readonly server: string;
  readonly file: string;
  /** Lines of the clean file, from 1. */
  readonly firstLine: number;
  lastLine: number;
}

export interface Missing {
  readonly server: string;
  readonly file: string;
  /** `2013-03-06T14` */
  readonly hour: string;
  lines: number;
}

/** What one incident did in a pool. */
export interface Note {
  /** Those of its lines, and of those who play roles, by index among the plan's. */
  readonly courses: number[];
  readonly users: { readonly username: string; readonly role: string }[];
  readonly lines: { written: number; changed: number; missing: number };
  readonly where: Range[];
  readonly missing: Missing[];
}

interface Kept extends Note {
  /** Users that are in it, with their roles. */
  readonly known: Set<string>;
  /** The last range of each server. */
  readonly last: Map<string, Range>;
  readonly gaps: Map<string, Missing>;
}

const noNote = (): Kept => ({
  courses: [],
  users: [],
  lines: { written: 0, changed: 0, missing: 0 },
  where: [],
  missing: [],
  known: new Set(),
  last: new Map(),
  gaps: new Map(),
});

/** Notes of a pool's incidents, in the order of the plan. */
export class Notes {
  readonly #kept: readonly Kept[];
  #told: ReadonlySet<string> | undefined;

  constructor(incidents: number) {
    this.#kept = Array.from({ length: incidents }, noNote);
  }

  /** @param course by index among those of the plan */
  takesPart(incident: number, username: string, role: string, course: number): void {
    const { known, users } = this.#kept[incident]!;
    // Who has only met the others may have done so elsewhere.
    if (role !== MET.role) this.concerns(incident, course);
    const key = `${role} ${username}`;
    if (username === '' || known.has(key)) return;
    known.add(key);
    users.push({ username, role });
  }

  /** @param course by index among those of the plan; -1 for none */
  concerns(incident: number, course: number): void {
    const { courses } = this.#kept[incident]!;
    if (course >= 0 && !courses.includes(course)) courses.push(course);
  }

  /** A line of incidents is written, the so-many-th of a file. */
  line(marks: readonly Mark[], server: string, file: string, number: number): void {
    for (let index = 0; index < marks.length; index += 1) {
      const { incident, how } = marks[index]!;
      // Of several reasons the first counts.
      if (index > 0 && marks.findIndex((mark) => mark.incident === incident) < index) continue;
      const { lines, where, last } = this.#kept[incident]!;
      lines[how] += 1;
      const range = last.get(server);
      if (range?.file === file && range.lastLine === number - 1) range.lastLine = number;
      else {
        const begun = { server, file, firstLine: number, lastLine: number };
        last.set(server, begun);
        where.push(begun);
      }
    }
  }

  /** A line is not written that would stand in a file. */
  missing(incident: number, server: string, file: string, hour: string): void {
    const { lines, missing, gaps } = this.#kept[incident]!;
    lines.missing += 1;
    const key = `${server} ${file} ${hour}`;
    const known = gaps.get(key);
    if (known) known.lines += 1;
    else {
      const gap = { server, file, hour, lines: 1 };
      gaps.set(key, gap);
      missing.push(gap);
    }
  }

  /** Of those who play roles leaves out whom the truth does not tell of. */
  only(told: ReadonlySet<string> | undefined): void {
    this.#told = told;
  }

  get notes(): Note[] {
    const told = this.#told;
    return this.#kept.map(({ courses, users, lines, where, missing }) => ({
      courses,
      users: told === undefined ? users : users.filter(({ username }) => told.has(username)),
      lines,
      where,
      missing,
    }));
  }
}
