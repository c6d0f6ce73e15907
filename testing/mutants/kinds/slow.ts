import type { LineAnswer } from '../../../conformance/subjects/parser.ts';
import { isObject, type Fields, type Json } from '../payloads.ts';
import { ReferenceParser, type Bytes } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

type MakeRecord = Parameters<ReferenceParser['makeRecord']>;
type ReadLog = Parameters<ReferenceParser['readLog']>;

/** Does something with each line's fields and with what it has kept of the lines before, and answers as if it had not. */
const keeping = <T>(how: (line: Fields, kept: T[]) => unknown) =>
  class extends ReferenceParser {
    #kept: T[] = [];

    override readLog(...parameters: ReadLog): LineAnswer[] {
      this.#kept = [];
      return super.readLog(...parameters);
    }

    override makeRecord(...[line, dialect]: MakeRecord): Fields {
      how(line, this.#kept);
      return super.makeRecord(line, dialect);
    }
  };

/** Does something with the chunks of a log, one after the other, before it reads them. */
const chunkwise = (how: (before: Buffer, chunk: Bytes) => Buffer) =>
  class extends ReferenceParser {
    override readLog(...[chunks, dialect]: ReadLog): LineAnswer[] {
      const all = [...chunks];
      all.reduce<Buffer>(how, Buffer.alloc(0));
      return super.readLog(all, dialect);
    }
  };

/** Does something with the text of a line before it reads it. */
const first = (how: (text: string) => unknown) =>
  class extends ReferenceParser {
    override decodeText(bytes: Bytes): string {
      const text = super.decodeText(bytes);
      how(text);
      return text;
    }
  };

const textOf = (line: Fields, field: string): string => (typeof line[field] === 'string' ? line[field] : '');

/** The position of the bracket that closes the one before, by counting. */
function closing(text: string, start: number): number {
  let open = 1;
  for (let position = start; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === 0x5b) open += 1;
    if (code === 0x5d && (open -= 1) === 0) return position;
  }
  return -1;
}

/** Parsers that answer right, in a time that grows with the square of something. */
export const slowMutants = mutants({
  'sessions-in-a-list': [
    'linear-time',
    'Looks for the session of each line among all sessions so far, one by one.',
    keeping<Json>((line, sessions) => sessions.includes(line['session']) || sessions.push(line['session'])),
  ],
  'lines-sorted-by-insertion': [
    'linear-time',
    'Puts each line in its place by time, looking from the last one back.',
    keeping<string>((line, times) => {
      const time = textOf(line, 'time');
      let position = times.length;
      for (; position > 0 && times[position - 1]! > time; position -= 1) times[position] = times[position - 1]!;
      times[position] = time;
    }),
  ],
  'checks-counted-again': [
    'linear-time',
    'Counts for each check how often its problem was checked before.',
    keeping<string>((line, problems) => {
      const { event } = line;
      if (!isObject(event) || !('attempts' in event)) return 0;
      const id = textOf(event, 'problem_id');
      return problems.filter((problem) => problem.toLowerCase() === id.toLowerCase()).length + problems.push(id);
    }),
  ],
  'chunks-joined-one-by-one': [
    'linear-time',
    'Joins all that has come with each chunk.',
    chunkwise((before, chunk) => Buffer.concat([before, chunk])),
  ],
  'log-split-for-each-chunk': [
    'linear-time',
    'Looks through all that has come for the ends of lines, for each chunk.',
    class extends ReferenceParser {
      override readLog(...[chunks, dialect]: ReadLog): LineAnswer[] {
        const all = [...chunks];
        const bytes = Buffer.concat(all);
        for (let end = 0, chunk = 0; chunk < all.length; chunk += 1) {
          end += all[chunk]!.length;
          for (
            let position = bytes.indexOf(10);
            position >= 0 && position < end;
            position = bytes.indexOf(10, position + 1)
          );
        }
        return super.readLog(all, dialect);
      }
    },
  ],
  'form-copied-for-each-input': [
    'linear-time',
    'Copies the inputs of a form for each of them.',
    class extends ReferenceParser {
      override decodeForm(text: string): Fields {
        let inputs: Fields = {};
        for (const pair of this.splitForm(text)) inputs = { ...inputs, [this.splitPair(pair)[0]!]: null };
        return super.decodeForm(text);
      }
    },
  ],
  'list-copied-for-each-value': [
    'linear-time',
    'Copies the values of an input for each of them.',
    class extends ReferenceParser {
      override addInput(key: string, before: Json, value: string): Json {
        const after = super.addInput(key, before, value);
        return Array.isArray(after) ? [...(after as Json[])] : after;
      }
    },
  ],
  'marks-searched': [
    'linear-time',
    'Looks for the mark of each answer of any case among all marks.',
    keeping((line) => {
      const event = isObject(line['event']) ? line['event'] : {};
      const [marks, answers] = [event['correct_map'], event['answers']].map((map) =>
        Object.keys(isObject(map) ? map : {}),
      );
      return answers!.filter((answer) => marks!.some((mark) => mark.toLowerCase() === answer.toLowerCase()));
    }),
  ],
  'brackets-matched-each': [
    'linear-time',
    'Looks for the end of each bracket from its start.',
    first((text) => {
      for (let position = text.indexOf('['); position >= 0; position = text.indexOf('[', position + 1))
        closing(text, position + 1);
    }),
  ],
  'letters-counted-from-the-start': [
    'linear-time',
    'Counts the letters from the start of the line at each that is not ASCII.',
    first((text) => {
      for (let position = 0; position < text.length; position += 1) {
        if (text.charCodeAt(position) > 0x7f)
          for (let before = 0; before < position; before += 1) if (text.codePointAt(before)! > 0xffff) before += 1;
      }
    }),
  ],
  'page-by-pattern': [
    'linear-time',
    'Looks for the last part of a page by a pattern that may begin anywhere.',
    keeping((line) => /[^ ]+\/#$/.test(textOf(line, 'page'))),
  ],
  'digits-added-to-a-number': [
    'linear-time',
    'Makes a whole number of any size, digit by digit.',
    first((text) => {
      for (const [digits] of text.matchAll(/\d{100,}/g))
        Array.from(digits, Number).reduce((number, digit) => number * 10n + BigInt(digit), 0n);
    }),
  ],
});
