/** Tells whether a parser's answers are what a trial expects. */
import type { Dialect } from '../../src/spec/index.ts';
import type { FileAnswer, LineAnswer } from '../subjects/parser.ts';
import { isAdapterFailure, type Claims, type Reply } from '../subjects/subject.ts';
import { linesOf } from '../subjects/lines.ts';
import {
  OUTSIDER,
  type Command,
  type Expected,
  type ExpectedFile,
  type ExpectedLine,
  type Step,
  type Trial,
} from '../subjects/trial.ts';
import { align } from './align.ts';
import { differences } from './compare.ts';
import { integerDifferences } from './integers.ts';
import { extentOf, hasLimits, isBeyond } from '../subjects/limits.ts';
import type { Mismatch } from './mismatch.ts';
import { recordDifferences } from './record.ts';
import { refusal } from './refusal.ts';

/** Location of an answer: step of the trial, file of an archive, line; step and line from 0. */
interface AnswerLocation {
  readonly step: number;
  readonly file?: string;
  readonly line?: number;
}

interface Twin {
  readonly answer: LineAnswer;
  readonly location: AnswerLocation;
}

const wrong = (
  kind: Mismatch['kind'],
  message: string,
  location: AnswerLocation,
  more: Partial<Mismatch> = {},
): Mismatch => ({
  kind,
  message,
  differences: [],
  ...location,
  ...more,
});

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const name = ({ file, line = 0 }: AnswerLocation): string => `line ${line + 1}${file ? ` of ${file}` : ''}`;

/** Compares the answers to one trial with what it expects. */
class Oracle {
  readonly #claims: Claims;
  readonly #twins = new Map<string, Twin>();

  constructor(claims: Claims) {
    this.#claims = claims;
  }

  step({ command, expected }: Step, reply: Reply, step: number): Mismatch | undefined {
    if (isAdapterFailure(reply)) {
      const { kind, reason, words = '' } = reply;
      if ((kind === 'crash' || kind === 'hang') && this.#isBeyond(command, expected)) return undefined;
      return wrong(kind, reason, { step }, { words });
    }
    if (reply.kind === 'escaped')
      return wrong('archive', `it wrote ${reply.path}, which lies outside the archive`, { step });
    if ('lines' in expected) return this.#log(command, expected.lines, reply, { step });
    if (reply.kind === 'lines' || reply.kind === 'records')
      return wrong('protocol', 'it answers to an archive with lines, not with files', { step });
    if ('files' in expected && reply.kind === 'error' && (expected.orReported || this.#isBeyond(command, expected)))
      return undefined;
    if ('files' in expected) return this.#files(command, expected.files, reply, { step });
    if (reply.kind === 'error') return undefined;
    return expected.archive === 'reported'
      ? wrong('archive', 'it reads an archive that is not whole and says nothing of it', { step })
      : harmful(reply.files, command, { step });
  }

  #log(
    command: Command,
    expected: readonly ExpectedLine[],
    reply: Reply,
    location: AnswerLocation,
  ): Mismatch | undefined {
    if (reply.kind === 'error')
      return wrong(
        'protocol',
        `it answers to a log with an error, which is for archives; a log has an answer a line: ${reply.error}`,
        location,
        { cause: 'an error to a log' },
      );
    if (reply.kind !== 'lines' && reply.kind !== 'records')
      return wrong('protocol', 'it answers to a log with files, not with lines', location);
    const texts = command.cmd === 'parse' ? linesOf(command.chunks) : [];
    const within = this.#within(expected, texts);
    const lines = reply.kind === 'lines' ? reply.lines : align(within, reply.records);
    if (lines === undefined) {
      const least = expected.filter(({ verdict }) => verdict === 'accept').length;
      const { length } = (reply as { readonly records: readonly unknown[] }).records;
      return wrong('count', `it delivers ${counted(length, 'record')} of a log that holds ${least}`, location, {
        cause: length < least ? 'too few' : 'too many',
      });
    }
    return this.#lines(command, within, lines, location);
  }

  /** Whether a log, or a file of an archive, holds something beyond the parser's stated limits. */
  #isBeyond(command: Command, expected: Expected): boolean {
    const { limits } = this.#claims;
    if (!hasLimits(limits)) return false;
    if (command.cmd === 'parse') return linesOf(command.chunks).some((line) => isBeyond(limits, extentOf(line)));
    return (
      'files' in expected &&
      expected.files.some(({ lines }) => lines.some(({ extent }) => extent && isBeyond(limits, extent)))
    );
  }

  /** A line beyond the parser's stated limits may be refused, though one that means the same, and is shorter, is not. */
  #within(expected: readonly ExpectedLine[], texts: readonly Uint8Array[] = []): readonly ExpectedLine[] {
    const { limits } = this.#claims;
    if (!hasLimits(limits)) return expected;
    return expected.map((line, i) => {
      const { extent = texts[i] && extentOf(texts[i]), verdict, truth } = line;
      return verdict !== 'reject' && extent && isBeyond(limits, extent)
        ? { verdict: 'either', ...(truth && { truth }) }
        : line;
    });
  }

  #lines(
    command: Command,
    expected: readonly ExpectedLine[],
    answers: readonly LineAnswer[],
    location: AnswerLocation,
  ): Mismatch | undefined {
    if (answers.length !== expected.length) {
      const { file } = location;
      return wrong(
        'count',
        `it gives ${counted(answers.length, 'answer')} to ${counted(expected.length, 'line')}${file ? ` of ${file}` : ''}`,
        location,
        { cause: answers.length < expected.length ? 'too few' : 'too many' },
      );
    }
    for (const [line, each] of expected.entries()) {
      const found = this.#line(command, each, answers[line]!, { ...location, line });
      if (found) return found;
    }
    return undefined;
  }

  #line(
    command: Command,
    { verdict, truth, same }: ExpectedLine,
    answer: LineAnswer,
    location: AnswerLocation,
  ): Mismatch | undefined {
    const { want, dialect } = command;
    const { ok, error, record } = answer;
    if (verdict === 'accept' && !ok)
      return wrong(
        'refused',
        `it refuses ${name(location)}${error ? `: ${error}` : ''}`,
        location,
        error ? { cause: error } : {},
      );
    if (verdict === 'reject' && ok) return this.#accepted(command, location);
    if (truth && ok && want === 'records') {
      const found = [
        ...recordDifferences(truth, record, this.#claims.depth, dialect),
        ...integerDifferences(truth.integers ?? {}, record, this.#claims),
      ];
      if (found.length > 0)
        return wrong('record', `it reads ${name(location)} otherwise than it was written`, location, {
          differences: found,
        });
    }
    return same === undefined ? undefined : this.#twin(same, want, dialect, { answer, location });
  }

  #accepted(command: Command, location: AnswerLocation): Mismatch {
    const line = command.cmd === 'parse' ? linesOf(command.chunks)[location.line!] : undefined;
    const { words: why, cause } = (line && refusal(line, command.dialect)) ?? {};
    return wrong('accepted', `it accepts ${name(location)}, which must be refused`, location, {
      ...(why !== undefined && { why }),
      ...(cause !== undefined && { cause }),
    });
  }

  #twin(label: string, want: Command['want'], dialect: Dialect, twin: Twin): Mismatch | undefined {
    const key = `${label} ${want} ${dialect}`;
    const first = this.#twins.get(key);
    if (!first) {
      this.#twins.set(key, twin);
      return undefined;
    }
    const { answer, location } = twin;
    const where =
      first.location.step === location.step
        ? name(first.location)
        : `${name(first.location)} of log ${first.location.step + 1}`;
    if (first.answer.ok !== answer.ok) {
      const words = answer.ok ? `accepts ${name(location)}, but refused` : `refuses ${name(location)}, but accepted`;
      return wrong('unequal', `it ${words} the same as ${where}`, location);
    }
    if (!answer.ok || want === 'verdicts' || this.#claims.depth === 'lines') return undefined;
    const found = [...differences(first.answer.record, answer.record)];
    if (found.length === 0) return undefined;
    return wrong('unequal', `it reads ${name(location)} otherwise than ${where}, which means the same`, location, {
      differences: found,
    });
  }

  #files(
    command: Command,
    expected: readonly ExpectedFile[],
    reply: Reply,
    location: AnswerLocation,
  ): Mismatch | undefined {
    if (reply.kind !== 'files')
      return wrong('refused', `it cannot read a whole archive: ${(reply as { error: string }).error}`, location);
    const keyOf = ({ server, name: file }: { server: string; name: string }) => `${server}/${file}`;
    const given = reply.files.map(keyOf);
    const wanted = expected.map(keyOf);
    const twice = given.find((key, i) => given.indexOf(key) < i);
    if (twice !== undefined) return wrong('archive', `it gives ${twice} more than once`, location);
    const missing = wanted.find((key) => !given.includes(key));
    if (missing !== undefined)
      return wrong('archive', `it leaves out ${missing}; it gives ${given.join(', ') || 'no files'}`, location);
    const extra = given.find((key) => !wanted.includes(key));
    if (extra !== undefined) return wrong('archive', `it gives ${extra}, which the archive does not hold`, location);
    for (const file of expected) {
      const key = keyOf(file);
      const found = this.#lines(command, this.#within(file.lines), reply.files[given.indexOf(key)]!.lines, {
        ...location,
        file: key,
      });
      if (found) return found;
    }
    return undefined;
  }
}

/** Files that lie outside the archive, or that are named as if they did. */
function harmful(files: readonly FileAnswer[], command: Command, location: AnswerLocation): Mismatch | undefined {
  const outside = ({ server, name: file }: FileAnswer) =>
    /(^|[/\\])\.\.([/\\]|$)|[/\\]/.test(server) || /[/\\]|^\.\.$/.test(file);
  const climbing = files.find(outside);
  if (climbing)
    return wrong(
      'archive',
      `it names a file ${climbing.server}/${climbing.name}, which lies outside its server's folder`,
      location,
    );
  const isLink = command.cmd === 'archive' && ['link', 'hard-link'].includes(command.trap?.way ?? '');
  const read =
    isLink && files.find(({ lines }) => lines.some(({ record }) => JSON.stringify(record ?? null).includes(OUTSIDER)));
  return read
    ? wrong('archive', `it gives, as ${read.server}/${read.name}, a file that lies outside the archive`, location)
    : undefined;
}

/** First mismatch between the replies to a trial and what it expects; undefined when there is none. */
export function firstMismatch(trial: Trial, replies: readonly Reply[], claims: Claims): Mismatch | undefined {
  const oracle = new Oracle(claims);
  for (const [i, step] of trial.steps.entries()) {
    const found = oracle.step(step, replies[i]!, i);
    if (found) return found;
  }
  return undefined;
}
