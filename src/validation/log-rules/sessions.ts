import { BOUNDS } from '../../base/bounds.ts';
import { endOfString } from '../../base/bounded-json.ts';
import { show } from '../../line/check.ts';
import { tryJson } from '../../line/decode.ts';
import type { Finding } from '../../line/index.ts';

const SESSION = /"session": ?"([0-9a-f]{32})"/;
const NAME = '"username":';
const LONGEST = BOUNDS.userName.most;

/**
 * Who a line is of, however the name is escaped; undefined where it tells two, or one that is too long. Newlines at its end and halves of surrogate
 * pairs make nobody another.
 */
function userOf(text: string): string | undefined {
  const key = text.indexOf(NAME);
  if (key < 0 || key !== text.lastIndexOf(NAME)) return undefined;
  const start = key + NAME.length + (text[key + NAME.length] === ' ' ? 1 : 0);
  const end = text[start] === '"' ? endOfString(text, start) : 0;
  if (end - start > LONGEST) return undefined;
  const name = text.slice(start + 1, end);
  if (!name.includes('\\')) return name;
  return (tryJson(`"${name}"`) as string | undefined)?.replace(/\p{Surrogate}|\n+$/gu, '');
}

/** Keys are forgotten by the generation, so that memory has a bound: twice so many are known at most. */
const GENERATION = BOUNDS.sessions.most / 2;

/** A part of a line keeps the whole of it in memory, until it is copied. */
const copied = (text: string): string => Buffer.from(text).toString();

/** A session key is one person's. Anonymous lines tell nobody's. */
export class Sessions {
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  check(text: string): Finding[] {
    const session = SESSION.exec(text)?.[1];
    const username = session && userOf(text);
    if (!session || !username) return [];
    const owner = this.#young.get(session) ?? this.#old.get(session);
    if (owner === undefined || !this.#young.has(session)) this.#remember(session, owner ?? username);
    if (owner === undefined || owner === username) return [];
    return [
      {
        rule: 'session-user',
        path: '/session',
        message: `expected a session of ${show(username)}, got one of ${show(owner)}`,
      },
    ];
  }

  #remember(session: string, owner: string): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(copied(session), copied(owner));
  }
}
