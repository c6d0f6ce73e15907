import type { LineAnswer } from '../../../conformance/subjects/parser.ts';
import type { Fields, Json } from '../payloads.ts';
import { ReferenceParser, type Bytes } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

type ReadLine = Parameters<ReferenceParser['readLine']>;
type Parse = Parameters<ReferenceParser['parse']>;

/** Applies a function to all answers to a log. */
const changingAnswers = (how: (lines: LineAnswer[]) => LineAnswer[]) =>
  class extends ReferenceParser {
    override parse(...[chunks, context]: Parse): LineAnswer[] {
      return how(super.parse(chunks, context));
    }
  };

const recordOf = (line: LineAnswer | undefined): Fields | undefined => line?.record as Fields | undefined;
const isOk = ({ ok }: LineAnswer): boolean => ok;

export const memoryMutants = mutants({
  'broken-line-joined': [
    'isolation',
    'Keeps a line that it cannot read and puts it before the next.',
    class extends ReferenceParser {
      #kept: Bytes = Buffer.alloc(0);

      override readLog(...[chunks, dialect]: Parameters<ReferenceParser['readLog']>): LineAnswer[] {
        this.#kept = Buffer.alloc(0);
        return super.readLog(chunks, dialect);
      }

      override readLine(...[bytes, dialect]: ReadLine): LineAnswer {
        const all = Buffer.concat([this.#kept, bytes]);
        const answer = super.readLine(all, dialect);
        this.#kept = answer.ok ? Buffer.alloc(0) : all;
        return answer;
      }
    },
  ],
  'cut-line-joined': [
    'line-cut',
    'Joins a line that was cut at 10,000 characters with the next.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Bytes>): Bytes[] {
        const lines: Bytes[] = [];
        for (const line of super.splitLines(chunks)) {
          if (lines.at(-1)?.length === 10_000) lines.push(Buffer.concat([lines.pop()!, line]));
          else lines.push(line);
        }
        return lines;
      }
    },
    'deployed',
  ],
  'cut-line-accepted': [
    'line-cut',
    'Accepts a line of 10,000 characters, with what it can read of it.',
    class extends ReferenceParser {
      override readLine(...[bytes, dialect]: ReadLine): LineAnswer {
        const answer = super.readLine(bytes, dialect);
        return !answer.ok && bytes.length === 10_000 ? { ok: true, record: {} } : answer;
      }
    },
    'deployed',
  ],
  'stops-at-bad-line': [
    'isolation',
    'Stops at the first line that it cannot read.',
    changingAnswers((lines) =>
      lines.slice(0, lines.every(isOk) ? lines.length : lines.findIndex((line) => !line.ok) + 1),
    ),
  ],
  'all-or-nothing': [
    'isolation',
    'Refuses a file for one bad line.',
    changingAnswers((lines) => (lines.every(isOk) ? lines : lines.map(() => ({ ok: false })))),
  ],
  'gives-up-after-three': [
    'one-answer-a-line',
    'Refuses whatever comes after three bad lines.',
    changingAnswers((lines) => {
      let bad = 0;
      return lines.map((line) => (bad >= 3 ? { ok: false } : ((bad += line.ok ? 0 : 1), line)));
    }),
  ],
  'bad-lines-last': [
    'one-answer-a-line',
    'Answers the lines that it can read first.',
    changingAnswers((lines) => [...lines.filter(isOk), ...lines.filter((line) => !line.ok)]),
  ],
  'session-from-line-before': [
    'isolation',
    'Gives a line without session that of the line before.',
    changingAnswers((lines) => lines.map((line, index) => withSession(line, recordOf(lines[index - 1])?.['session']))),
  ],
  'sessions-by-first-line': [
    'concatenation',
    'Takes it from the first line of a log whether its lines have sessions.',
    changingAnswers((lines) => (!recordOf(lines[0])?.['session'] ? lines.map((line) => withoutSession(line)) : lines)),
  ],
  'session-from-line-after': [
    'prefix',
    'Gives a line without session that of the line after.',
    changingAnswers((lines) => lines.map((line, index) => withSession(line, recordOf(lines[index + 1])?.['session']))),
  ],
  'last-answer-kept-back': [
    'many-commands',
    'Keeps the unfinished last line of a log for the next one.',
    class extends ReferenceParser {
      #kept: Bytes = Buffer.alloc(0);

      override parse(...[chunks, context]: Parse): LineAnswer[] {
        const before = this.#kept;
        const bytes = Buffer.concat(chunks);
        const isFinished = bytes.length === 0 || bytes.at(-1) === 10;
        this.#kept = isFinished ? Buffer.alloc(0) : bytes.subarray(bytes.lastIndexOf(10) + 1);
        return super.parse([before, bytes], context);
      }
    },
  ],
  'log-remembered-by-length': [
    'many-commands',
    'Remembers its answers to logs by their length.',
    remembering((bytes) => String(bytes.length)),
  ],
  'log-remembered-by-start': [
    'many-commands',
    'Remembers its answers to logs by their first 20 bytes and their number of lines.',
    remembering((bytes) => `${bytes.toString('latin1', 0, 20)}/${bytes.filter((byte) => byte === 10).length}`),
  ],
  'lines-remembered-by-start': [
    'order',
    'Remembers its answers to the lines of a log by their first 30 bytes.',
    class extends ReferenceParser {
      #seen = new Map<string, LineAnswer>();

      override readLog(...[chunks, dialect]: Parameters<ReferenceParser['readLog']>): LineAnswer[] {
        this.#seen.clear();
        return super.readLog(chunks, dialect);
      }

      override readLine(...[bytes, dialect]: ReadLine): LineAnswer {
        const key = Buffer.from(bytes).toString('latin1', 0, 30);
        const answer = this.#seen.get(key) ?? super.readLine(bytes, dialect);
        this.#seen.set(key, answer);
        return answer;
      }
    },
  ],
  'one-record-for-all': [
    'common-fields',
    'Fills one record object again and again, and so gives the last line for all.',
    class extends ReferenceParser {
      #record: Fields = {};

      override makeRecord(...parameters: Parameters<ReferenceParser['makeRecord']>): Fields {
        return Object.assign(this.#record, super.makeRecord(...parameters));
      }
    },
  ],
  'fields-of-line-before': [
    'many-commands',
    'Fills in what a line lacks from the last log.',
    class extends ReferenceParser {
      #last: Json = null;

      override parse(...[chunks, context]: Parse): LineAnswer[] {
        const lines = super.parse(chunks, context).map((line) => withSession(line, this.#last));
        this.#last = recordOf(lines.at(-1))?.['session'] ?? this.#last;
        return lines;
      }
    },
  ],
  'refuses-after-refusal': [
    'many-commands',
    'Refuses all logs after one that it refused the last line of.',
    class extends ReferenceParser {
      #failed = false;

      override parse(...[chunks, context]: Parse): LineAnswer[] {
        const lines = super.parse(chunks, context);
        const answers = this.#failed ? lines.map(() => ({ ok: false })) : lines;
        this.#failed ||= lines.at(-1)?.ok === false;
        return answers;
      }
    },
  ],
});

function withoutSession(line: LineAnswer): LineAnswer {
  const record = recordOf(line);
  return record ? { ...line, record: { ...record, session: null } } : line;
}

function withSession(line: LineAnswer, session: Json): LineAnswer {
  const record = recordOf(line);
  return record && !record['session']
    ? { ...line, record: { ...record, session: session ?? record['session'] } }
    : line;
}

function remembering(keyOf: (bytes: Buffer) => string): new () => ReferenceParser {
  return class extends ReferenceParser {
    #seen = new Map<string, LineAnswer[]>();

    override parse(...[chunks, context]: Parse): LineAnswer[] {
      const key = `${context.dialect}/${keyOf(Buffer.concat(chunks))}`;
      const lines = this.#seen.get(key) ?? super.parse(chunks, context);
      this.#seen.set(key, lines);
      return lines;
    }
  };
}
