/** Pages and sequences: what is open, and where in it somebody is. */
import { sequences } from './course.test.support.ts';
import type { Entry } from './entry.test.support.ts';
import { Losses, SECOND, Table, type MakeRule } from './rule.test.support.ts';

/** Of what a server writes, only a documented reset can be the first sign of a page that was opened again. */
const CAN_COME_FIRST = 'reset_problem';
const REOPENED = 2 * SECOND;

/** After a page_close nothing more comes from the page, until it can have been opened again. */
export const pageClose: MakeRule = (_, complain) => {
  const closed = new Table<Map<string, number>>(() => new Map());
  const last = new Map<string, Entry>();
  return {
    see(entry) {
      const { person, page, time, type, source } = entry;
      if (!page || page === 'x_module') return;
      const mine = closed.at(person);
      const closing = mine.get(page);
      if (closing !== undefined) {
        const elsewhere = last.get(person)!.page !== page;
        if (source === 'server' && (type !== CAN_COME_FIRST || time - closing < REOPENED))
          complain(entry, 'is the server’s, of a page that is closed');
        else if (!elsewhere && time - closing < SECOND) complain(entry, 'comes from a closed page');
        mine.delete(page);
      }
      if (type === 'page_close') mine.set(page, time);
      last.set(person, entry);
    },
  };
};

/** Pages that tell when they are left. */
const BOUND = /\/(courseware|news)(\/|$)/;

const pathOf = (page: string): string => decodeURI(new URL(page).pathname);

/**
 * What a browser logs on a page comes after the page was asked for: only deployed logs tell. A page that gives way to the same
 * one closes after that was asked for, and not every end is told.
 */
export const pageView: MakeRule = ({ dialect }, complain) => {
  const views = new Table<Map<string, number>>(() => new Map());
  /** The pages of those who have logged out, by address and agent: what closes then is nobody's. */
  const loggedOut = new Map<string, Map<string, number>>();
  return {
    see(entry) {
      if (dialect === 'documented') return;
      const { person, username, type, page, source } = entry;
      const isAfterLogout = username === '' && type === 'page_close' && loggedOut.has(person);
      const mine = isAfterLogout ? loggedOut.get(person)! : views.at(person);
      if (source === 'server') {
        if (type === '/logout') loggedOut.set(`${entry.ip} ${entry.agent}`, mine);
        if (type.startsWith('/')) mine.set(type, (mine.get(type) ?? 0) + 1);
        return;
      }
      const path = pathOf(page!);
      const times = mine.get(path) ?? 0;
      if (times === 0) complain(entry, 'comes from a page that was never asked for');
      if (type !== 'page_close') return;
      if (!BOUND.test(path)) complain(entry, 'closes a page that does not tell so');
      if (/iPad|Android/.test(entry.agent!)) complain(entry, 'closes a page of a touch device');
      mine.set(path, times - 1);
    },
  };
};

const ANSWERED = 20 * SECOND;

/** Sequences are moved through step by step, from where somebody was last; the server is told (deployed), also of the few moves that got lost. */
export const sequence: MakeRule = ({ dialect, end }, complain) => {
  const positions = new Map<string, number>();
  /** Moves that the server has not been told of, and requests that came before the move that they left with. */
  const moves = new Table<Set<Entry>>(() => new Set());
  const early = new Table<Set<Entry>>(() => new Set());
  const losses = new Losses(complain, 'tells of a move that is missing, and too many are');
  const tells = ({ type, payload }: Entry, to: unknown, id: string): boolean =>
    type.endsWith(`/modx/${id}/goto_position`) && payload.POST.position[0] === String(to);
  /** A request tells of a move whose own line is missing. */
  function miss(request: Entry): void {
    const [, id] = /\/modx\/(.*)\/goto_position$/.exec(request.type)!;
    positions.set(`${request.person} ${id}`, Number(request.payload.POST.position[0]));
    early.at(request.person).delete(request);
    losses.misses(request);
  }
  /** All that the requests up to one tell of is missing. */
  function missUpTo(request: Entry): void {
    for (const one of early.at(request.person)) {
      if (one.type === request.type) miss(one);
      if (one === request) return;
    }
  }
  return {
    see(entry) {
      const { person, type, payload, time } = entry;
      const mine = moves.at(person);
      for (const move of mine) {
        if (time - move.time <= ANSWERED) continue;
        complain(move, 'is not told to the server');
        mine.delete(move);
      }
      for (const request of early.at(person)) {
        if (time - request.time <= ANSWERED) continue;
        miss(request);
      }
      if (type.endsWith('/goto_position')) {
        const told = [...mine].find(({ payload: move }) => tells(entry, move.new, move.id));
        if (!told) early.at(person).add(entry);
        else mine.delete(told);
      }
      if (!type.startsWith('seq_')) return;
      const key = `${person} ${payload.id}`;
      const from = Number(payload.old);
      const to = Number(payload.new);
      const last = sequences.get(payload.id)?.thing.elements.length ?? 0;
      const before = [...early.at(person)].find((request) => tells(request, from, payload.id));
      if (from !== (positions.get(key) ?? 1) && before) missUpTo(before);
      losses.arrives(entry);
      if (from !== (positions.get(key) ?? 1)) complain(entry, `does not start at ${positions.get(key) ?? 1}`);
      if (type === 'seq_next' && to !== from + 1) complain(entry, 'does not go to the next element');
      if (type === 'seq_prev' && to !== from - 1) complain(entry, 'does not go to the element before');
      // A click at the tab in front, of which the server is not told.
      const isAgain = type === 'seq_goto' && to === from;
      if ((to === from && !isAgain) || to < 1 || to > last)
        complain(entry, `goes to none of the other ${last} elements`);
      positions.set(key, to);
      if (dialect !== 'deployed' || isAgain) return;
      const request = [...early.at(person)].find((one) => tells(one, payload.new, payload.id));
      if (request) early.at(person).delete(request);
      else mine.add(entry);
    },
    end() {
      for (const mine of moves.values())
        for (const move of mine) if (move.time < end - ANSWERED) complain(move, 'is not told to the server');
      for (const mine of early.values()) mine.forEach(miss);
      losses.end();
    },
  };
};
