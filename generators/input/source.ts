/** Reads YAML, and JSON with it, and remembers on which line each part stands. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Path } from './finding.ts';

/** How often aliases may be followed, so that a few lines of them cannot stand for gigabytes. */
const MAX_ALIASES = 100;

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

/** Reads a text. Throws a SyntaxProblem when it is not YAML, holds several documents, or has aliases without end. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const [first, ...others] = document.errors;
  if (first) {
    const several = first.code === 'MULTIPLE_DOCS';
    const message = several ? 'a second document starts here, expected only one' : first.message;
    throw new SyntaxProblem(message, lineAt(first.pos[0]), others.length);
  }
  return { value: valueOf(document), lineOf: (path) => lineAt(offsetOf(document, path)) };
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
