import type { Entry } from './entry.test.support.ts';
import { LONG, SECOND, Table, type MakeRule } from './rule.test.support.ts';

const UNIT = /type@vertical\+block@([0-9a-f]{32})/;
const unitIn = (text: string | null): string | undefined => UNIT.exec(text ?? '')?.[1];
const SEQUENCE = /type@sequential\+block@([0-9a-f]{32})/;
const sequenceIn = (text: string | null): string => SEQUENCE.exec(text ?? '')?.[1] ?? '';

/** Frames show the unit that was asked for last of their sequence, which one tab has open, and moves lead from it to the next that is asked for. */
export const unit: MakeRule = (complain) => {
  /** Units that were asked for, by people; a book or a tab of the past may still tell of an older one. */
  const asked = new Map<string, Set<string>>();
  const front = new Table<Map<string, string>>(() => new Map());
  /** The sequence whose next unit is asked for. */
  const next = new Map<string, string>();
  const moved = new Map<string, Entry>();
  return {
    see(entry) {
      const { type, username, path, page, payload, source, time } = entry;
      if (username === '') return;
      const mine = asked.get(username) ?? new Set();
      asked.set(username, mine);
      const fronts = front.at(username);
      if (/\/sequence\/block|goto_position$/.test(path)) next.set(username, sequenceIn(path));
      if (type.startsWith('/xblock/')) {
        const id = unitIn(path)!;
        const move = moved.get(username);
        if (move && time - move.time > 3 * LONG) complain(entry, 'comes long after the move to it');
        if (move) fronts.delete(sequenceIn(move.page));
        moved.delete(username);
        mine.add(id);
        fronts.set(next.get(username)!, id);
      } else if (source === 'browser' && page?.includes('/xblock/') && !mine.has(unitIn(page)!))
        complain(entry, 'tells of a unit that was not asked for');
      else if (/^seq_|sequence\.(next|previous)_selected$/.test(type)) {
        const from = unitIn(payload.id);
        if (fronts.get(sequenceIn(page)) !== from) complain(entry, 'moves from another unit than the one in front');
        if (unitIn(page) !== from) complain(entry, 'is told by another page than the unit’s');
        // A click at the tab in front asks for nothing.
        if (payload.widget_placement !== 'top' || payload.target_tab !== payload.current_tab)
          moved.set(username, entry);
      }
    },
    end() {},
  };
};

/** A text counts as read, once, when its unit has been in view for some seconds; what the page says of it the platform keeps. */
export const text: MakeRule = (complain, end) => {
  const shown = new Map<string, number>();
  const read = new Set<string>();
  const unkept = new Map<string, Entry>();
  return {
    see(entry) {
      const { type, username, path, referer, source, time } = entry;
      if (type.startsWith('/xblock/')) shown.set(`${username} ${unitIn(path)}`, time);
      if (!path.includes('+type@html+')) return;
      const key = `${username} ${path}`;
      if (source === 'server' && type === path) {
        if (read.has(key)) complain(entry, 'is read a second time');
        if (!(time - shown.get(`${username} ${unitIn(referer)}`)! >= 5 * SECOND)) complain(entry, 'is read too soon');
        read.add(key);
        unkept.set(key, entry);
      } else if (!unkept.delete(key)) complain(entry, 'keeps what no page has said');
    },
    end() {
      for (const entry of unkept.values()) if (entry.time < end - LONG) complain(entry, 'is not kept');
    },
  };
};

/** An agent without its numbers: browsers are upgraded. */
const browserOf = (agent: string): string => agent.replace(/[\d._]+/g, '');

/** Whoever is somebody has one number and no other, and sessions are of one person and browser. */
export const people: MakeRule = (complain) => {
  const numbers = new Map<string, number>();
  const names = new Map<number, string>();
  const sessions = new Map<string, string>();
  const browsers = new Map<string, string>();
  const seen = new Set<string>();
  const left = new Set<string>();
  return {
    see(entry) {
      const { type, username, user, session, agent, line } = entry;
      if (username === '') {
        if (session !== '') complain(entry, 'is nobody with a session');
        return;
      }
      if ((numbers.get(username) ?? user) !== user || (names.get(user!) ?? username) !== username)
        complain(entry, 'has another’s number');
      if ((sessions.get(session) ?? username) !== username) complain(entry, 'has another’s session');
      numbers.set(username, user!);
      names.set(user!, username);
      sessions.set(session, username);
      if (agent !== undefined) {
        const browser = browsers.get(session) ?? browserOf(agent);
        if (browser !== browserOf(agent)) complain(entry, 'has another browser’s session');
        browsers.set(session, browser);
      }
      if (type === 'edx.course.enrollment.activated' && [...seen].includes(username))
        complain(entry, 'enrols twice, or after it began');
      if (type === 'edx.course.enrollment.deactivated') {
        seen.delete(username);
        left.add(username);
      } else if (type === 'edx.course.enrollment.activated') left.delete(username);
      else if (/"course_id": "course-v1:[^"]+"/.test(line)) {
        if (left.has(username)) complain(entry, 'is in a course that it has left');
        seen.add(username);
      }
    },
  };
};

/** Whoever turns a page of a book in PDF turns from the one in front; the file opens with its first. */
export const book: MakeRule = (complain) => {
  const pages = new Map<string, number>();
  return {
    see(entry) {
      const { type, username, path, page, payload } = entry;
      if (type.startsWith('/') && path.includes('/pdfbook/')) pages.set(username, 1);
      if (!page?.includes('/pdfbook/')) return;
      const front = pages.get(username);
      if (front === undefined) return complain(entry, 'happens to a book that was not opened');
      if (type !== 'book') {
        const stays = !/page\.navigated|thumbnail\.navigated/.test(type) && payload.page !== undefined;
        if (stays && payload.page !== front) complain(entry, `happens on another page than ${front}`);
        return;
      }
      const { type: how, old, new: to } = payload;
      const from = how === 'nextpage' ? to - 1 : how === 'prevpage' ? to + 1 : old;
      if (from !== front) complain(entry, `turns from another page than ${front}`);
      pages.set(username, to);
    },
  };
};
