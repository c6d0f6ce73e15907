/** What today's lines have and older ones have not: names, contexts, workers, prefixes, offsets of times. */
import { pick } from '../../../src/base/random/index.ts';
import type { Json } from '../../../src/line/record.ts';
import { CONTEXT_KEYS } from '../../../src/spec/context.ts';
import type { Dialect } from '../../../src/spec/index.ts';
import { syslogHeader } from '../bytes/edges.ts';
import { lineFaults } from '../fault.ts';
import type { Fields, ValidLine } from '../valid-line.ts';

const dialects: readonly Dialect[] = ['current'];

const contextOf = (line: ValidLine): Fields => line.fields!['context'] as Fields;
/** The line with some keys of its context changed. */
const withContext = (line: ValidLine, changes: Fields): string =>
  line.with('context', { ...contextOf(line), ...changes });

/** What Tutor has put before a line, or would. */
function prefixOf(line: ValidLine): string {
  if (line.prefix !== '') return line.prefix;
  const { ip, time } = line.fields as { ip: string; time: string };
  const { user_id: user } = contextOf(line);
  const written = `${time.slice(0, 10)} ${time.slice(11, 19)},104`;
  return `${written} INFO 27 [tracking] [user ${String(user || 'None')}] [ip ${ip || 'None'}] logger.py:41 - `;
}

const OFFSET = '+00:00';

export const todaysFaults = [
  ...lineFaults({ level: 'bytes', verdict: 'reject', rule: 'line-prefix' }, [
    {
      // A pipeline that takes so many bytes off each line, or cuts at a mark that stands there twice.
      id: 'prefix-cut',
      wording: 'The prefix before a line has lost its beginning.',
      dialects,
      whole: true,
      break: (line) => prefixOf(line).slice(11) + line.text,
    },
    {
      // Logs of a container that another logger has written once more.
      id: 'prefix-doubled',
      wording: 'A line has two prefixes.',
      dialects,
      whole: true,
      break: (line) => prefixOf(line).repeat(2) + line.text,
    },
    {
      // A relay whose template leaves its own header before the message.
      id: 'prefix-syslog',
      wording: 'A line has the date and host of a syslog relay before it.',
      dialects,
      whole: true,
      break: (line) => syslogHeader(line.time) + line.whole,
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'field-type' }, [
    { id: 'context-null', wording: 'A context is null.', dialects, break: (line) => line.with('context', null) },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'context-keys' }, [
    {
      id: 'context-key-missing',
      wording: 'A context lacks a key of its kind.',
      dialects,
      break(line, random) {
        const { [pick(random, CONTEXT_KEYS)]: _, ...others } = contextOf(line);
        return line.with('context', others);
      },
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'user-id' }, [
    {
      id: 'user-id-text',
      wording: 'A context’s user_id is text.',
      dialects,
      break(line) {
        const { user_id: user } = contextOf(line);
        return typeof user === 'number' ? withContext(line, { user_id: String(user) }) : undefined;
      },
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'context-path' }, [
    {
      id: 'context-path-other',
      wording: 'A browser’s event has the path of another request.',
      dialects,
      break: (line) =>
        line.fields!['event_source'] === 'browser' ? withContext(line, { path: '/dashboard' }) : undefined,
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'context-course' }, [
    {
      id: 'organisation-other',
      wording: 'A context’s organisation is not that of its course.',
      dialects,
      break: (line) => withContext(line, { org_id: `${String(contextOf(line)['org_id'])}X` }),
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'course-key' }, [
    {
      id: 'course-key-bare',
      wording: 'A context’s course has lost the word before its key.',
      dialects,
      break(line) {
        const [, key] = /^(?:course|ccx)-v1:(.*)$/.exec(String(contextOf(line)['course_id'])) ?? [];
        return key === undefined ? undefined : withContext(line, { course_id: key });
      },
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'event-name' }, [
    {
      // By who knows only event_type.
      id: 'name-other',
      wording: 'A line’s name is not what the code calls its event.',
      dialects,
      break: (line) => line.with('name', line.shape!.alias ? (line.fields!['event_type'] as Json) : 'edx.event'),
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'worker-fields' }, [
    {
      // A collector that fills in its own.
      id: 'worker-address',
      wording: 'A worker’s line has an address.',
      dialects,
      break: (line) => (line.shape!.context === 'worker' ? line.with('ip', '127.0.0.1') : undefined),
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'time-format' }, [
    {
      id: 'offset-missing',
      wording: 'A time has lost its offset.',
      dialects,
      break: (line) => line.with('time', String(line.fields!['time']).replace(OFFSET, '')),
    },
    {
      id: 'offset-z',
      wording: 'A time has Z for its offset.',
      dialects,
      break: (line) => line.with('time', String(line.fields!['time']).replace(OFFSET, 'Z')),
    },
  ]),
];
