import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What Tutor's logging puts before a line: when it is written, the process, the user and the address, where there are any. */
const prefix = fc
  .tuple(
    fc.nat(999),
    fc.integer({ min: 1, max: 99_999 }),
    fc.constantFrom('1', '1042', 'None'),
    fc.constantFrom('192.0.2.7', '2001:db8::7', 'None'),
  )
  .map(
    ([ms, pid, user, ip]) =>
      `2026-03-04 14:03:11,${String(ms).padStart(3, '0')} INFO ${pid} [tracking] [user ${user}] [ip ${ip}] logger.py:41 - `,
  );

export const tutorPrefix: TrialProperty = {
  id: 'tutor-prefix',
  level: 'should',
  depth: 'lines',
  statement: 'A line behind Tutor’s prefix reads as without it.',
  source: 'format: A line, current',
  dialects: ['current'],
  trials: (dialect) =>
    listOf(fc.tuple(logLine(dialect), prefix), 1, 4).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map(([line, before]) => mustAccept(line, { about: ['fields'], text: before + line.text })),
        ),
      ],
    })),
};
