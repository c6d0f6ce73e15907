import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Visit } from '../model/visit.ts';

/** A line that is to be written. */
export interface Line {
  /** Whose it is; undefined for the load balancer's. */
  readonly visit: Visit | undefined;
  /** The server, by place in the pool. */
  readonly server: number;
  readonly type: EventType;
  readonly common: EncodedCommonFields;
  /** Microseconds since 1970. */
  readonly time: number;
  readonly payload: unknown;
  /** The URL's path, for request events. */
  readonly path: string;
}

/** Whether one line comes before another: by time, then by learner, then in the order they came about. */
function isBefore(a: Line, b: Line): boolean {
  return a.time < b.time || (a.time === b.time && (a.visit?.learner.number ?? 0) < (b.visit?.learner.number ?? 0));
}

/** Lines that a server adds a moment after a click. A sorted list, since there are seldom more than a few. */
export class DelayedEvents {
  /** The earliest is last. */
  readonly #lines: Line[] = [];

  /** The earliest line's time; infinite when there is none. */
  get time(): number {
    return this.#lines.at(-1)?.time ?? Infinity;
  }

  put(line: Line): void {
    let place = this.#lines.length;
    while (place > 0 && !isBefore(line, this.#lines[place - 1]!)) place -= 1;
    this.#lines.splice(place, 0, line);
  }

  /** Takes the earliest line out; there must be one. */
  take(): Line {
    return this.#lines.pop()!;
  }
}
