/** Reads YAML, and JSON with it, and remembers on which line each part stands. */
import {
  Composer,
  CST,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type Document,
} from 'yaml';
import { BOUNDS } from '../bounds.ts';
import { grouped } from '../format-number.ts';
import type { Path } from './finding.ts';

/** A few lines of aliases could stand for gigabytes. */
const MAX_ALIASES = BOUNDS.courseAliases.most;
const { courseDepth, courseKeys, courseParts } = BOUNDS;

export interface Source {
  /** What the text says, undefined when it says nothing. */
  readonly value: unknown;
  /** The line of a part, from 1; of the nearest part around it where the path leads nowhere. */
  readonly lineOf: (path: Path) => number;
}

/** Why a text is not YAML. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  /** Counted from 1; undefined when no line is to blame. */
  readonly line: number | undefined;
  /** How many other problems there are. */
  readonly more: number;

  constructor(message: string, line: number | undefined, more: number) {
    super(message);
    this.line = line;
    this.more = more;
  }
}

/** Tokens that say nothing. */
const BLANK = /^(space|newline|comment|byte-order-mark|doc-mode)$/;

/**
 * The parts of a text as the parser sees them, within bounds: what is made of them takes memory by the value, a stack by the
 * depth, and time by the square of a mapping's keys.
 */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let parts = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (!BLANK.test(CST.tokenType(lexeme) ?? '')) parts += 1;
    yield* parser.next(lexeme);
    const top = parser.stack.at(-1);
    const keys = top && 'items' in top && top.type !== 'block-seq' ? top.items.length : 0;
    const beyond =
      parser.stack.length > courseDepth.most + 2
        ? `at most ${courseDepth.most} mappings and lists within each other`
        : parts > courseParts.most
          ? `at most ${grouped(courseParts.most)} words and marks`
          : keys > courseKeys.most
            ? `at most ${grouped(courseKeys.most)} keys in a mapping`
            : undefined;
    if (beyond) throw new SyntaxProblem(`expected ${beyond}`, lines.linePos(parser.offset).line, 0);
  }
  yield* parser.end();
}

/** Reads a text. Throws a SyntaxProblem when it is not YAML, holds several documents, or goes beyond the bounds. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const composer = new Composer({ prettyErrors: false, resolveKnownTags: false, logLevel: 'error' });
  const [document, second] = composer.compose(tokensOf(text, lines), true, text.length) as Iterable<Document.Parsed>;
  if (second)
    throw new SyntaxProblem(
      'a second document starts here, expected only one',
      lineAt(second.range[0]),
      document!.errors.length,
    );
  const [first, ...others] = document!.errors;
  if (first) throw new SyntaxProblem(first.message, lineAt(first.pos[0]), others.length);
  return { value: valueOf(document!), lineOf: (path) => lineAt(offsetOf(document!, path)) };
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? undefined;
  } catch (error) {
    throw new SyntaxProblem(error instanceof Error ? error.message : String(error), undefined, 0);
  }
}

/** Where a part starts: the key of a mapping's entry, or the item of a list. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === key);
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
