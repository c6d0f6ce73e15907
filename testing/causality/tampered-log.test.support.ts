import type { Payload } from './entry.test.support.ts';

/** A line, decoded; `event` too where a browser wrote JSON. */
export type Parts = Payload;

const CUT = 10_000;

function decode(line: string): Parts {
  const parts = JSON.parse(line);
  const isJson = parts.event_source === 'browser' && parts.event.startsWith('{');
  return isJson ? { ...parts, event: JSON.parse(parts.event), decoded: true } : parts;
}

function encode({ decoded, event, ...parts }: Parts): string {
  return JSON.stringify({ ...parts, event: decoded ? JSON.stringify(event) : event });
}

/** Good lines, to be changed, dropped, put elsewhere. Cut lines stay as they are. */
export class Log {
  readonly lines: string[];

  constructor(lines: readonly string[]) {
    this.lines = [...lines];
  }

  /** The line at an index. */
  at(index: number): Parts {
    return decode(this.lines[index]!);
  }

  /** The indices of the lines of a type and with further properties. */
  indices(type: string | RegExp, is: (parts: Parts) => boolean = () => true, first = 0): number[] {
    const found: number[] = [];
    for (let index = first; index < this.lines.length; index += 1) if (this.#fits(index, type, is)) found.push(index);
    return found;
  }

  /** The first of the indices. */
  find(type: string | RegExp, is: (parts: Parts) => boolean = () => true, first = 0): number {
    for (let index = first; index < this.lines.length; index += 1) if (this.#fits(index, type, is)) return index;
    throw new Error(`no line of type ${String(type)}`);
  }

  edit(index: number, change: (parts: Parts) => void): void {
    const parts = this.at(index);
    change(parts);
    this.lines[index] = encode(parts);
  }

  drop(index: number): void {
    this.lines.splice(index, 1);
  }

  /** Puts a copy of a line after another line, so many seconds later. */
  copy(index: number, after: number, seconds: number, change: (parts: Parts) => void = () => {}): void {
    const parts = { ...this.at(index), time: later(this.at(after).time, seconds) };
    change(parts);
    this.lines.splice(after + 1, 0, encode(parts));
  }

  each(change: (parts: Parts, index: number) => void): void {
    for (const [index, line] of this.lines.entries())
      if (line.length < CUT) this.edit(index, (parts) => change(parts, index));
  }

  #fits(index: number, type: string | RegExp, is: (parts: Parts) => boolean): boolean {
    const line = this.lines[index]!;
    const written = /"event_type": ?"([^"]*)"/.exec(line)![1]!;
    if (line.length === CUT || (typeof type === 'string' ? written !== type : !type.test(written))) return false;
    return is(this.at(index));
  }
}

/** A time, so many seconds later. */
export function later(time: string, seconds: number): string {
  const moved = new Date(Date.parse(`${time.slice(0, 19)}Z`) + Math.round(seconds * 1000)).toISOString();
  return `${moved.slice(0, 19)}.${moved.slice(20, 23)}${time.slice(23, 26).padEnd(3, '0')}`;
}

/** Tells whether a line is of the same person as another. */
export const same =
  (a: Parts) =>
  (b: Parts): boolean =>
    b.username === a.username;
