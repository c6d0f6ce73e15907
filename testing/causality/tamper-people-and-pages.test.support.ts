/** Ways to spoil who people are, where they are and what they have open. */
import type { Case } from './tamper.test.support.ts';
import { later, type Parts } from './tampered-log.test.support.ts';

/** Whether a pause comes within a minute of its play. */
const isSoon = ({ event }: Parts): boolean => event.currentTime < 40;

export const peopleCases: readonly Case[] = [
  {
    rule: 'order',
    what: 'a line comes too late',
    tamper: (log) => log.edit(5, (parts) => (parts.time = later(parts.time, 86_400))),
  },
  {
    rule: 'usernames',
    what: 'two names differ in case only',
    tamper: (log) => log.edit(log.find('play_video'), (parts) => (parts.username = parts.username.toUpperCase())),
  },
  {
    rule: 'usernames',
    what: 'a name is in another script',
    tamper: (log) => log.edit(log.find('play_video'), (parts) => (parts.username = `я${parts.username}`)),
  },
  {
    rule: 'session',
    what: 'somebody has the key of somebody else',
    tamper(log) {
      const first = log.at(log.find('play_video'));
      log.edit(
        log.find('play_video', ({ username }) => username !== first.username),
        (parts) => (parts.session = first.session),
      );
    },
  },
  {
    rule: 'session',
    what: 'the key changes in the middle of a visit',
    tamper: (log) => log.edit(log.find('pause_video', isSoon), (parts) => (parts.session = 'f'.repeat(32))),
  },
  {
    rule: 'session',
    what: 'a key comes from another agent',
    tamper: (log) => log.edit(log.find('pause_video'), (parts) => (parts.agent = 'x')),
  },
  {
    rule: 'session',
    what: 'somebody has three devices',
    tamper(log) {
      const { username } = log.at(log.find('problem_check'));
      const keys = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
      const mine = log.indices(/./, (parts) => parts.username === username && parts.session !== undefined);
      for (const [at, index] of mine.slice(-6).entries())
        log.edit(index, (parts) => ((parts.session = keys[at % 3]), (parts.time = later(parts.time, at * 86_400))));
    },
  },
  {
    rule: 'session',
    what: 'the second key is somebody else’s',
    dialect: 'deployed',
    tamper(log) {
      const first = log.at(log.find('play_video'));
      const other = log.find('pause_video', ({ username }) => username !== first.username);
      log.edit(other, (parts) => (parts.session = `${parts.session.slice(0, 32)};${first.session.slice(0, 32)}`));
    },
  },
  {
    rule: 'session',
    what: 'the key outlives a long absence',
    dialect: 'deployed',
    tamper(log) {
      // In the middle of a sitting: others begin with a request, which tells no key.
      const { time } = log.at(log.find('pause_video'));
      log.each((parts) => (parts.time = parts.time >= time ? later(parts.time, 20 * 86_400) : parts.time));
    },
  },
  {
    rule: 'address',
    what: 'a line in the middle of a sitting comes from elsewhere',
    tamper: (log) => log.edit(log.find('pause_video'), (parts) => (parts.ip = '2.2.2.2')),
  },
  {
    rule: 'place',
    what: 'a visit changes its address',
    tamper: (log) => log.edit(log.find('pause_video', isSoon), (parts) => (parts.ip = '2.2.2.2')),
  },
  {
    rule: 'pace',
    what: 'two clicks at once',
    tamper(log) {
      const index = log.find('problem_show');
      log.copy(index, index, 0.03);
    },
  },
];

export const pageCases: readonly Case[] = [
  {
    rule: 'pageClose',
    what: 'the browser goes on after the close',
    tamper(log) {
      const moves = (parts: Parts) => (other: Parts) => other.username === parts.username && other.page === parts.page;
      const closing = log.find('page_close', (parts) => log.indices('seq_next', moves(parts)).length > 0);
      log.copy(log.find('seq_next', moves(log.at(closing))), closing, 0.5);
    },
  },
  {
    rule: 'pageClose',
    what: 'the server answers after the close',
    tamper(log) {
      const save = log.find('save_problem_check');
      const { username, page } = log.at(save);
      log.copy(
        save,
        log.find('page_close', (parts) => parts.username === username && parts.page === page, save),
        3,
      );
    },
  },
  {
    rule: 'pageView',
    what: 'a page was never asked for',
    dialect: 'deployed',
    tamper: (log) => log.drop(log.find(/courseware\/Week_1\/L1\/$/)),
  },
  {
    rule: 'sequence',
    what: 'next skips one',
    tamper: (log) => log.edit(log.find('seq_next'), ({ event }) => (event.new += 1)),
  },
  {
    rule: 'sequence',
    what: 'next starts elsewhere',
    tamper: (log) => log.edit(log.find('seq_next'), ({ event }) => ((event.old += 1), (event.new += 1))),
  },
  {
    rule: 'sequence',
    what: 'a move is missing',
    tamper(log) {
      const next = log.find('seq_next', ({ event }) => event.old > 1);
      const { username, event } = log.at(next);
      const isBefore = (parts: Parts): boolean =>
        parts.username === username && parts.event.id === event.id && Number(parts.event.new) === event.old;
      log.drop(log.find(/^seq_(next|goto)$/, isBefore));
    },
  },
  {
    rule: 'sequence',
    what: 'goto goes nowhere',
    tamper: (log) => log.edit(log.find('seq_goto'), ({ event }) => (event.new = 50)),
  },
  {
    rule: 'sequence',
    what: 'back goes forward',
    dialect: 'deployed',
    tamper: (log) => log.edit(log.find('seq_prev'), ({ event }) => (event.new += 2)),
  },
  {
    rule: 'sequence',
    what: 'the server is not told',
    dialect: 'deployed',
    tamper: (log) => log.drop(log.find(/goto_position$/)),
  },
  {
    rule: 'where',
    what: 'a video plays on another page',
    tamper: (log) => log.edit(log.find('play_video'), (parts) => (parts.page = 'https://www.edx.org/')),
  },
  {
    rule: 'where',
    what: 'a problem does not exist',
    tamper: (log) => log.edit(log.find('show_answer'), ({ event }) => (event.problem_id += 'x')),
  },
  {
    rule: 'release',
    what: 'week 2 is read in week 1',
    tamper: (log) =>
      log.edit(
        log.find('seq_next'),
        (parts) => (parts.page = parts.page.replace(/2013_Spring.*/, '2013_Spring/courseware/Week_2/L3/')),
      ),
  },
  { rule: 'release', what: 'the course begins a week later', start: '2013-03-11', tamper: () => {} },
  { rule: 'due', what: 'the course began a week earlier', start: '2013-02-25', tamper: () => {} },
  { rule: 'due', what: 'the course began a week earlier', dialect: 'deployed', start: '2013-02-25', tamper: () => {} },
  {
    rule: 'book',
    what: 'the book opens at another page than it was left at',
    tamper: (log) =>
      log.edit(
        log.find('book', ({ event }) => event.type === 'gotopage'),
        ({ event }) => (event.old += 1),
      ),
  },
  {
    rule: 'book',
    what: 'next skips a page',
    tamper: (log) =>
      log.edit(
        log.find('book', ({ event }) => event.type === 'nextpage'),
        ({ event }) => (event.new += 1),
      ),
  },
  {
    rule: 'book',
    what: 'the address names another page',
    tamper: (log) =>
      log.edit(
        log.find('book', ({ page }) => page.includes('/book/0/')),
        (parts) => (parts.page += '0'),
      ),
  },
  {
    rule: 'book',
    what: 'a page beyond the last',
    tamper: (log) => log.edit(log.find('book'), ({ event }) => (event.new = 653)),
  },
  {
    rule: 'book',
    what: 'a page is turned back without its gotopage',
    dialect: 'deployed',
    tamper: (log) => log.drop(log.find('book', ({ event }) => event.type === 'prevpage') - 1),
  },
];
