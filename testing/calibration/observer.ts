/** What is counted in a log: from what its lines say alone, in one pass, without holding them. */
import type { Course, Problem, Sequence, Video } from '../../generators/course/course.ts';
import type { Line } from '../../generators/model/line.ts';
import { withObjects } from '../../src/line/entries.ts';

/** What a line says. */
export interface Seen {
  readonly username: string;
  /** Seconds since the course's first midnight. */
  readonly time: number;
  /** Days since then, whole. */
  readonly day: number;
  readonly source: 'browser' | 'server';
  readonly type: string;
  readonly page: string | null;
  readonly agent: string;
  /** The session key; undefined where the server logs none. */
  readonly session: string | undefined;
  readonly ip: string;
  // What a payload holds is the validator's business; here it is only counted.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly payload: any;
  /** Whether it is of a video that played though nobody asked for it. */
  readonly unasked?: boolean;
}

/** Counts one side of a log. It sees the lines of people who are logged in, in time order. */
export interface Observer {
  see(seen: Seen): void;
  /** The log is over. */
  end(): void;
}

export const DAY = 86_400;
export const HOUR = 3600;

/** A line as it says itself. */
export function seen({ common: { fields }, time, type, payload }: Line, start: number): Seen {
  const since = (time - start) / 1e6;
  const { username, page, agent, ip, session } = fields;
  return {
    username,
    time: since,
    day: Math.floor(since / DAY),
    source: type.source,
    type: type.name,
    page,
    agent,
    session,
    ip,
    // Of checks alone maps are looked at, and to make objects of them takes longer than most of what is counted.
    payload: type.name === 'save_problem_check' ? withObjects(payload) : payload,
  };
}

/** A map that makes what it does not hold. */
export class Table<Key, Value> extends Map<Key, Value> {
  readonly #make: (key: Key) => Value;

  constructor(make: (key: Key) => Value) {
    super();
    this.#make = make;
  }

  at(key: Key): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key);
    this.set(key, made);
    return made;
  }
}

/** Whether a problem's marks come later, from a grader of programs, and never in the log. */
export const waits = ({ inputs }: Problem): boolean => inputs.some(({ kind }) => kind === 'code');

/** What an observer knows of the course: what a course file says. */
export class Syllabus {
  readonly videos = new Map<string, Video>();
  /** By location. */
  readonly problems = new Map<string, { readonly problem: Problem; readonly due: number | undefined }>();
  readonly tasks = new Map<string, { readonly due: number | undefined; readonly rubric: readonly number[] }>();
  /** Sequences by the address of their page. */
  readonly pages = new Map<string, { readonly chapter: number; readonly sequence: Sequence }>();
  readonly chapters: number;
  /** How many problems are graded: those that are due some day, but for those whose marks never come in the log. */
  readonly graded: number;

  constructor(course: Course) {
    this.chapters = course.chapters.length;
    for (const [chapter, { sequences }] of course.chapters.entries()) {
      for (const sequence of sequences) {
        this.pages.set(sequence.url, { chapter, sequence });
        for (const { video, problems, task } of sequence.elements) {
          if (video) this.videos.set(video.id, video);
          for (const problem of problems) this.problems.set(problem.location, { problem, due: sequence.due });
          if (task) this.tasks.set(task.location, task);
        }
      }
    }
    this.graded = [...this.problems.values()].filter(({ problem, due }) => due !== undefined && !waits(problem)).length;
  }
}
