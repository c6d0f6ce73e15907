/** Which devices people come with, as their session keys tell. */
import { SESSION_IDLE, SECOND } from '../../src/base/time.ts';
import { Table, type Observer, type Seen } from './observer.ts';

/** Minutes within which somebody goes on on another device, in seconds: nobody comes again so soon otherwise. */
const AT_ONCE = 900;

/** The keys of one person. */
class Keys {
  current = '';
  last = -Infinity;
  sittings = 0;
  readonly known = new Set<string>();
  /** Whether a key has come back after another one. */
  alternates = false;
}

export class Devices implements Observer {
  readonly people = new Table<string, Keys>(() => new Keys());
  /** Changes from one key to another, and those of them within minutes. */
  readonly changes = { all: 0, atOnce: 0 };

  see({ username, session, time }: Seen): void {
    if (session === undefined) return;
    const keys = this.people.at(username);
    const gap = time - keys.last;
    keys.last = time;
    keys.sittings += Number(gap > SESSION_IDLE / SECOND);
    if (session === keys.current) return;
    keys.alternates ||= keys.known.has(session);
    keys.known.add(session);
    if (keys.current !== '') {
      this.changes.all += 1;
      this.changes.atOnce += Number(gap < AT_ONCE);
    }
    keys.current = session;
  }

  end(): void {}
}
