/** The roles that learners play in incidents, on their lines of truth/learners.jsonl: they are known only when all have gone. */
import { NEWLINE, type Chunks } from '../../src/store/byte-reader.ts';

/** A role that somebody plays, and in which incident, by its id. */
export interface Role {
  readonly incident: string;
  readonly role: string;
}

/** By username. */
export type Roles = ReadonlyMap<string, readonly Role[]>;

/** How a line begins, with the username as JSON, and how it ends: `hidden` is its last key. */
const BEGINS = /^\{"username":("(?:[^"\\]|\\.)*")/;
const END = '}}';

const textOf = (own: readonly Role[] = []): string => `,"roles":${JSON.stringify(own)}`;

function withOwn(line: string, roles: Roles): string {
  const username = JSON.parse(BEGINS.exec(line)![1]!) as string;
  return `${line.slice(0, -END.length)}${textOf(roles.get(username))}${END}\n`;
}

/** Bytes that roles add to so many lines of truth/learners.jsonl, each person having one. */
export function roleBytes(lines: number, roles: Roles): number {
  const more = textOf().length;
  let bytes = lines * more;
  for (const own of roles.values()) bytes += textOf(own).length - more;
  return bytes;
}

/**
 * Adds `roles` to what is hidden of learners.
 *
 * @param lines of truth/learners.jsonl
 */
export async function* withRoles(lines: Chunks, roles: Roles): Chunks {
  let rest = Buffer.alloc(0);
  for await (const chunk of lines) {
    const all = Buffer.concat([rest, chunk]);
    const end = all.lastIndexOf(NEWLINE) + 1;
    rest = all.subarray(end);
    const texts = all.toString('utf8', 0, end).split('\n').slice(0, -1);
    yield Buffer.from(texts.map((text) => withOwn(text, roles)).join(''));
  }
}
