import { isObject, isText } from '../../../src/base/shape.ts';
import { VERSION } from '../../../src/base/version.ts';
import { DIALECTS, type Dialect } from '../../../src/spec/index.ts';
import type { ParserDepth } from '../parser.ts';
import type { Claims } from '../subject.ts';
import type { Command } from '../trial.ts';

/** The protocol's version. */
export const PROTOCOL = 1;

/** A command as a line of the protocol. */
export function encodeCommand(command: Command, id: number, path?: string): string {
  const { cmd, dialect, want } = command;
  const rest =
    command.cmd === 'parse'
      ? {
          chunks: command.chunks.map((chunk) =>
            Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('base64'),
          ),
        }
      : { path };
  return `${JSON.stringify({ cmd, id, dialect, want, ...rest })}\n`;
}

export const hello = `${JSON.stringify({ cmd: 'hello', protocol: PROTOCOL, kit: `edxgen/${VERSION}` })}\n`;
export const bye = `${JSON.stringify({ cmd: 'bye' })}\n`;

type Fields = Record<string, unknown>;

/** The object that a line holds; undefined when it holds something else. */
export function answerIn(line: string): Fields | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const READ_DEPTHS: readonly unknown[] = ['lines', 'fields', 'payload'] satisfies ParserDepth[];

const isDepth = (value: unknown): value is ParserDepth => READ_DEPTHS.includes(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isDialects = (value: unknown): value is Dialect[] =>
  Array.isArray(value) && value.every((name) => DIALECTS.some((dialect) => dialect === name));
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1;

/** A limit that is misspelled would excuse nothing. */
const isLimits = (value: unknown): value is Claims['limits'] =>
  isObject(value) &&
  Object.entries(value).every(([name, limit]) => ['lineBytes', 'depth'].includes(name) && isCount(limit));

/** Claims that an answer to hello makes; or what is wrong with it, in words. */
export function claimsOf(answer: Fields): Claims | string {
  const {
    protocol,
    parser,
    version = '',
    language = '',
    level,
    dialects,
    strict = [],
    archives = false,
    limits = {},
    skip = [],
    window = 1,
  } = answer;
  if (protocol !== PROTOCOL) return `it speaks protocol ${JSON.stringify(protocol)}, the kit speaks ${PROTOCOL}`;
  if (!isText(parser) || parser === '') return 'parser must be the name of the parser';
  if (!isText(version) && typeof version !== 'number') return `version must be text, not ${JSON.stringify(version)}`;
  if (!isText(language)) return `language must be text, not ${JSON.stringify(language)}`;
  if (!isDepth(level)) return `level must be lines, fields or payload, not ${JSON.stringify(level)}`;
  if (!isDialects(dialects) || dialects.length === 0)
    return `dialects must be a list of documented and deployed, not ${JSON.stringify(dialects)}`;
  if (!isDialects(strict)) return `strict must be a list of dialects, not ${JSON.stringify(strict)}`;
  if (typeof archives !== 'boolean') return `archives must be true or false, not ${JSON.stringify(archives)}`;
  if (!isTexts(skip)) return `skip must be a list of ids of properties, not ${JSON.stringify(skip)}`;
  if (!isCount(window)) return `window must be a whole number from 1, not ${JSON.stringify(window)}`;
  if (!isLimits(limits))
    return `limits must be lineBytes, depth or both, each a whole number from 1, not ${JSON.stringify(limits)}`;
  return { parser, version: `${version}`, language, depth: level, dialects, strict, archives, limits, skip, window };
}
