import { show } from '../line/check.ts';
import { tryJson } from '../line/decode.ts';
import type { Finding } from '../line/index.ts';

const SESSION = /"session": ?"([0-9a-f]{32})"/;
const USERNAME = /"username": ?"((?:[^"\\]|\\.)*)"/;

/** Who a line is of, however the name is escaped. A newline at its end, which some lines have, makes nobody another. */
function userOf(text: string): string | undefined {
  const name = USERNAME.exec(text)?.[1];
  if (!name?.includes('\\')) return name;
  return (tryJson(`"${name}"`) as string | undefined)?.replace(/\n+$/, '');
}

/** Keys are forgotten by the generation, so that memory has a bound: twice so many are known at most. */
const GENERATION = 2 ** 16;

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
    return [{ rule: 'session-user', path: '/session', message: `expected a session of ${show(username)}, got one of ${show(owner)}` }];
  }

  #remember(session: string, owner: string): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(session, owner);
  }
}
