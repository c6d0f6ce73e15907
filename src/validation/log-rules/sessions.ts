import { BOUNDS } from '../../base/bounds.ts';
import { show } from '../../line/check.ts';
import type { Finding } from '../../line/index.ts';

/** Of a cookie with several keys, nobody knows which one it is. */
const KEY_LENGTH = 32;
const LONGEST = BOUNDS.userName.most;

/** Keys are forgotten by the generation, so that memory has a bound: twice so many are known at most. */
const GENERATION = BOUNDS.sessions.most / 2;

/** A part of a line keeps the whole of it in memory, until it is copied. */
const copied = (text: string): string => Buffer.from(text).toString();

/** A session key, and whom a line says it is of. */
export interface Owned {
  readonly session: string;
  readonly username: string;
}

/** So many are told of at a time; far fewer than are known, so that none is forgotten that is in use. */
const MOST_TOLD = 4096;

/** Tells of sessions and whom they are said to be of, by numbers from 1 on: most lines say what one before them did. */
export class ToldSessions {
  readonly #numbers = new Map<string, { readonly username: string; readonly number: number }>();
  readonly #tell: (owned: Owned) => void;
  #count = 0;

  /** @param tell takes what was not said before, which has the next number */
  constructor(tell: (owned: Owned) => void) {
    this.#tell = tell;
  }

  /** Whether numbers must begin anew before another line. */
  get isFull(): boolean {
    return this.#count >= MOST_TOLD;
  }

  clear(): void {
    this.#numbers.clear();
    this.#count = 0;
  }

  /** The number of what a line says; 0 where it says nothing. */
  numberOf({ session, username }: Owned): number {
    if (session.length !== KEY_LENGTH) return 0;
    const known = this.#numbers.get(session);
    if (known?.username === username) return known.number;
    if (username === '' || username.length >= LONGEST) return 0;
    const owned = { session: copied(session), username: copied(username) };
    this.#count += 1;
    this.#numbers.set(owned.session, { username: owned.username, number: this.#count });
    this.#tell(owned);
    return this.#count;
  }
}

/** A session key is one person's; anonymous lines tell nobody's. */
export class Sessions {
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  check({ session, username }: Owned): Finding | undefined {
    const owner = this.#young.get(session) ?? this.#old.get(session);
    if (owner === undefined || !this.#young.has(session)) this.#remember(session, owner ?? username);
    if (owner === undefined || owner === username) return undefined;
    const message = `expected a session of ${show(username)}, got one of ${show(owner)}`;
    return { rule: 'session-user', path: '/session', message };
  }

  #remember(session: string, owner: string): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(session, owner);
  }
}
