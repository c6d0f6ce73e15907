/** Who is where: names, logins, addresses, and how fast people are. */
import type { Entry } from './entry.test.support.ts';
import { DAY, MINUTE, SECOND, Table, type MakeRule } from './rule.test.support.ts';

/** Lines are in time order. */
export const order: MakeRule = (_, complain) => {
  let last = -Infinity;
  return {
    see(entry) {
      if (entry.time < last) complain(entry, 'is earlier than the line before');
      last = Math.max(last, entry.time);
    },
  };
};

/** What the platform takes for a username. */
const SLUG = /^[A-Za-z0-9_-]{2,30}$/;

/** Usernames are slugs, and no two learners share one, nor names that a site would take for the same. */
export const usernames: MakeRule = (_, complain) => {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return {
    see(entry) {
      const { username } = entry;
      if (username === '' || seen.has(username)) return;
      seen.add(username);
      if (!SLUG.test(username)) complain(entry, 'has a username that is no slug');
      const key = username.toLowerCase();
      const other = names.get(key);
      if (other !== undefined) complain(entry, `shares ${key} with ${other}`);
      names.set(key, username);
    },
  };
};

/** After a visit’s last line its owner may look at the page for hours before it leaves. */
const LOGIN_EXPIRES = 15 * DAY;

/** An agent's system and browser, without versions: a key outlives an upgrade. */
const browserOf = (agent = ''): string =>
  `${/Windows|Macintosh|X11|iPad|iPhone|Android/.exec(agent)?.[0]} ${/Chrome|Firefox|Trident|Opera|Safari/.exec(agent)?.[0]}`;

/**
 * A key belongs to one user and agent; another comes with another login only, and after a long absence it must. Only deployed logs
 * tell of every visit, and some logins have no line of a browser's.
 */
export const session: MakeRule = ({ dialect }, complain) => {
  const owners = new Map<string, Entry>();
  const keys = new Table<{ current: string; old: Set<string>; seen: number; alive: number }>(() => ({
    current: '',
    old: new Set(),
    seen: 0,
    alive: 0,
  }));
  return {
    see(entry) {
      const { username, session: field } = entry;
      if (username === '' && field) complain(entry, 'has a session but no user');
      // A request keeps a login alive, and does not tell its key.
      if (field === undefined && keys.has(username)) keys.at(username).alive = entry.time;
      if (username === '' || field === undefined) return;
      if (field === '') return complain(entry, 'has a user but no session');
      const [key, stale, ...more] = field.split(';') as [string, string?, ...string[]];
      const state = keys.at(username);
      const owner = owners.get(key) ?? entry;
      owners.set(key, owner);
      if (owner.username !== username) complain(entry, `has the key of ${owner.username}`);
      if (browserOf(owner.agent) !== browserOf(entry.agent)) complain(entry, 'has a key that was another agent’s');
      if (state.old.has(key)) complain(entry, 'has an old key');
      const away = entry.time - state.seen;
      if (state.current !== '' && key !== state.current) {
        if (away < MINUTE) complain(entry, 'has a new key in the middle of a visit');
        state.old.add(state.current);
      } else if (
        dialect === 'deployed' &&
        state.current !== '' &&
        entry.time - Math.max(state.seen, state.alive) > LOGIN_EXPIRES
      )
        complain(entry, 'still has its key after a long absence');
      state.current = key;
      state.seen = entry.time;
      const other = owners.get(stale ?? '');
      if (
        more.length > 0 ||
        (stale !== undefined && (dialect === 'documented' || (other && other.username !== username)))
      ) {
        complain(entry, 'names a second key that was not its user’s before');
      }
    },
  };
};

const SITTING = 10 * MINUTE;

/** A session changes its address from one sitting to another only: in between a lease ends, or its owner goes elsewhere. */
export const address: MakeRule = (_, complain) => {
  const last = new Map<string, Entry>();
  return {
    see(entry) {
      if (!entry.session) return;
      const key = entry.session.split(';')[0]!;
      const before = last.get(key);
      last.set(key, entry);
      if (before && before.ip !== entry.ip && entry.time - before.time < SITTING)
        complain(entry, 'has another address than a moment before');
    },
  };
};

/** Nobody is in two places at one instant, nor gets from one to another within a minute. */
export const place: MakeRule = (_, complain) => {
  const last = new Map<string, Entry>();
  return {
    see(entry) {
      if (entry.username === '' || entry.cut) return;
      const before = last.get(entry.username);
      last.set(entry.username, entry);
      if (!before || entry.time - before.time > MINUTE) return;
      if (before.ip !== entry.ip || before.agent !== entry.agent)
        complain(entry, 'comes from another place than a moment before');
    },
  };
};

/** Deployed: the lines of two clicks, each of which took its own way. */
const FASTEST = { documented: 0.06 * SECOND, deployed: 0.005 * SECOND };
const SAME_CLICK = 0.05 * SECOND;

/** What one click logs twice: a check, and the turn of a page. */
const isOneClick = (a: Entry, b: Entry): boolean =>
  a.page === b.page &&
  a.type === b.type &&
  (a.type === 'problem_check' || (a.type === 'book' && a.payload.type === 'gotopage' && b.payload.type !== 'gotopage'));

/** Nobody clicks faster than a hand can. */
export const pace: MakeRule = ({ dialect }, complain) => {
  const last = new Map<string, Entry>();
  return {
    see(entry) {
      if (entry.source !== 'browser') return;
      const before = last.get(entry.person);
      last.set(entry.person, entry);
      if (!before || entry.time - before.time >= FASTEST[dialect]) return;
      // A video that begins by itself is nobody's click.
      if (before.type === 'play_video' && before.payload.currentTime === 0) return;
      if (dialect === 'deployed' && entry.time - before.time < SAME_CLICK && isOneClick(before, entry)) return;
      complain(entry, `comes ${(entry.time - before.time) / SECOND} s after ${before.type}`);
    },
  };
};
