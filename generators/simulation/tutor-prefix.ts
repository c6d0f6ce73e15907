import { hash } from '../../src/base/random/index.ts';
import { formatInstant, MINUTE } from '../../src/base/time.ts';
import type { Line } from '../model/line.ts';

/** Processes of the web server, and of the worker, by their numbers in the container. */
const WEB = { first: 21, count: 8 };
const WORKER = { first: 12, count: 4 };

/** Answers to a request come from one process: so do lines of the same person, path and minute. */
function processOf({ time, common: { fields } }: Line): number {
  const { first, count } = fields.ip === '' ? WORKER : WEB;
  const whose = `${fields.username} ${String(fields.context?.['path'])}`;
  return first + (hash(whose, 'process', Math.floor(time / MINUTE)) % count);
}

/** What Tutor has Python's logging put before a line: when it is written, by which process, and for whom [docs/format.md, Current]. */
export function tutorPrefix(line: Line): string {
  const { fields } = line.common;
  const user = fields.context?.['user_id'];
  const time = formatInstant(line.time).slice(0, 23).replace('T', ' ').replace('.', ',');
  return `${time} INFO ${processOf(line)} [tracking] [user ${String(user ?? 'None')}] [ip ${fields.ip || 'None'}] logger.py:41 - `;
}
