import { BOUNDS } from '../../base/bounds.ts';
import { show } from '../../line/check.ts';
import type { Finding } from '../../line/index.ts';
import type { LineRead } from './line-read.ts';

/** Of a cookie with several keys, nobody knows which one it is. */
const KEY_LENGTH = 32;
const LONGEST = BOUNDS.userName.most;

const NOTHING: readonly Finding[] = [];

/** Keys are forgotten by the generation, so that memory has a bound: twice so many are known at most. */
const GENERATION = BOUNDS.sessions.most / 2;

/** A part of a line keeps the whole of it in memory, until it is copied. */
const copied = (text: string): string => Buffer.from(text).toString();

/** A session key is one person's. Anonymous lines tell nobody's. */
export class Sessions {
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  check({ session, username }: Pick<LineRead, 'session' | 'username'>): readonly Finding[] {
    if (session.length !== KEY_LENGTH || username === '' || username.length >= LONGEST) return NOTHING;
    const owner = this.#young.get(session) ?? this.#old.get(session);
    if (owner === undefined || !this.#young.has(session)) this.#remember(session, owner ?? username);
    if (owner === undefined || owner === username) return NOTHING;
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
