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

/** Whoever goes on on another device has put the first one down. */
const PUTS_DOWN = 10 * SECOND;

/** Sooner nobody comes back, neither from elsewhere nor to the device that was put down. */
const SITTING = 10 * MINUTE;

/** The keys of one user. It has two devices at the most, and on each one key comes after another. */
class Keys {
  current = '';
  /** When a key was last seen. */
  readonly seen = new Map<string, number>();
  /** When a browser was, by a request, which does not tell the key. */
  readonly alive = new Map<string, number>();
  readonly browsers = new Set<string>();
  /** From which to which of the user's changes a key was in use. */
  readonly #spans = new Map<string, { readonly first: number; last: number }>();
  #changes = 0;

  /** Another key than the one before comes; tells whether it can be of one of two devices. */
  turnTo(key: string): boolean {
    this.current = key;
    this.#changes += 1;
    const span = this.#spans.get(key) ?? { first: this.#changes, last: 0 };
    span.last = this.#changes;
    this.#spans.set(key, span);
    const all = [...this.#spans.values()];
    return all.every(({ first }) => all.filter((other) => other.first <= first && other.last >= first).length <= 2);
  }
}

/**
 * A key belongs to one user and agent; another comes with another login only, and after a long absence it must. Who has two devices
 * goes back to the key of each. Only deployed logs tell of every visit, and some logins have no line of a browser's.
 */
export const session: MakeRule = ({ dialect }, complain) => {
  const owners = new Map<string, Entry>();
  const keys = new Table<Keys>(() => new Keys());
  return {
    see(entry) {
      const { username, session: field } = entry;
      if (username === '' && field) complain(entry, 'has a session but no user');
      if (field === undefined && keys.has(username)) keys.at(username).alive.set(browserOf(entry.agent), entry.time);
      if (username === '' || field === undefined) return;
      if (field === '') return complain(entry, 'has a user but no session');
      const [key, stale, ...more] = field.split(';') as [string, string?, ...string[]];
      const state = keys.at(username);
      const owner = owners.get(key) ?? entry;
      owners.set(key, owner);
      if (owner.username !== username) complain(entry, `has the key of ${owner.username}`);
      const browser = browserOf(entry.agent);
      if (browserOf(owner.agent) !== browser) complain(entry, 'has a key that was another agent’s');
      if (state.browsers.add(browser).size > 2) complain(entry, 'comes from a third device');
      if (key !== state.current) {
        if (entry.time - (state.seen.get(state.current) ?? -Infinity) < PUTS_DOWN)
          complain(entry, 'has another key in the middle of a visit');
        if (entry.time - (state.seen.get(key) ?? -Infinity) < SITTING) complain(entry, 'goes back to a key at once');
        if (!state.turnTo(key)) complain(entry, 'has an old key');
      }
      const seen = Math.max(state.seen.get(key) ?? Infinity, state.alive.get(browser) ?? 0);
      if (dialect === 'deployed' && entry.time - seen > LOGIN_EXPIRES)
        complain(entry, 'still has its key after a long absence');
      state.seen.set(key, entry.time);
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

/** Nobody is in two places at one instant, nor gets from one to another within a minute, but by taking up another device. */
export const place: MakeRule = (_, complain) => {
  const last = new Map<string, Entry>();
  return {
    see(entry) {
      if (entry.username === '' || entry.cut) return;
      const before = last.get(entry.username);
      last.set(entry.username, entry);
      if (!before || entry.time - before.time > MINUTE) return;
      // Of the deployed platform requests tell no session.
      const isOther = before.session && entry.session ? before.session !== entry.session : before.agent !== entry.agent;
      const isSettled = entry.time - before.time > PUTS_DOWN && isOther;
      if (!isSettled && (before.ip !== entry.ip || before.agent !== entry.agent))
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

/** A browser that is closed closes all its pages at once. */
const isClosing = (a: Entry, b: Entry): boolean =>
  a.type === 'page_close' && b.type === 'page_close' && a.page !== b.page;

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
      if (isClosing(before, entry)) return;
      complain(entry, `comes ${(entry.time - before.time) / SECOND} s after ${before.type}`);
    },
  };
};
