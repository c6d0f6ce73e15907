import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { forAll } from '../for-all.ts';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { tarHeader } from '../../src/archive/write-tar.ts';
import { encodeLine, parseLine } from '../../src/line/index.ts';
import { DIALECTS } from '../../src/spec/index.ts';
import { record } from '../../conformance/inputs/payload.ts';
import { extentOf, isBeyond } from '../../conformance/subjects/limits.ts';
import type { LineAnswer } from '../../conformance/subjects/parser.ts';
import { examine, propertyOf } from './examine.ts';
import { textsOfStates } from './kinds/problems.ts';
import { ReferenceParser } from './reference-parser.ts';

const right = new ReferenceParser();

describe.each(DIALECTS)('%s', (dialect) => {
  forAll([record(dialect)], { numRuns: 300 })('two readers written apart agree', (made) => {
    const line = encodeLine(made, dialect);
    const { session = null, ...rest } = parseLine(line, dialect);
    expect(right.parse([Buffer.from(`${line}\n`)], { dialect, want: 'records' })).toEqual([
      { ok: true, record: { ...rest, session } },
    ]);
  });
});

describe('right parsers of other kinds are never accused', () => {
  /** Reads no line of more than 700 bytes, and none that nests deeper than 4. */
  class Limited extends ReferenceParser {
    readonly limits = { lineBytes: 700, depth: 4 };

    override readLine(...[bytes, dialect]: Parameters<ReferenceParser['readLine']>): LineAnswer {
      return isBeyond(this.limits, extentOf(bytes))
        ? { ok: false, error: 'beyond its limits' }
        : super.readLine(bytes, dialect);
    }
  }
  const KINDS: Readonly<Record<string, new () => ReferenceParser>> = {
    'leaves texts of states': textsOfStates((text) => text),
    'has limits': Limited,
  };
  const properties = [
    'payload-as-string',
    'payload-reset_problem',
    'escapes',
    'key-order',
    'archive-files',
    'archive-gzip-members',
  ];

  test.each(Object.entries(KINDS).flatMap(([kind, Kind]) => properties.map((id) => ({ kind, Kind, id }))))(
    'one that $kind, by $id',
    async ({ Kind, id }) => {
      for (const dialect of DIALECTS) expect(await examine(new Kind(), propertyOf(id), dialect, '1')).toBeUndefined();
    },
  );
});

describe('archives', () => {
  const LINE = Buffer.from('{"event_type": "page_close", "event_source": "browser", "event": ""}\n');
  const member = (name: string, content: Buffer): Buffer =>
    Buffer.concat([tarHeader({ name, size: content.length, mtime: 0 }), content, Buffer.alloc(-content.length & 511)]);
  const END = Buffer.alloc(1024);
  const read = (...parts: Buffer[]) => {
    const path = join(temporaryFolder(), 'a.tar');
    writeFileSync(path, Buffer.concat(parts));
    return right
      .archive(path, { dialect: 'documented', want: 'records' })
      .map(({ server, name, lines }) => [server, name, lines.length]);
  };

  test('every member of the gzip data, every file of every server', () => {
    const twice = Buffer.concat([gzipSync(LINE), gzipSync(LINE), Buffer.alloc(3)]);
    const parts = [
      member('s-1/', Buffer.alloc(0)),
      member('s-1/a.gz', twice),
      member('s-2/a.gz', gzipSync('')),
      member('./s-2/b', LINE),
      member('../s/c', LINE),
    ];
    expect(read(...parts, END)).toEqual([
      ['s-1', 'a.gz', 2],
      ['s-2', 'a.gz', 0],
      ['s-2', 'b', 1],
    ]);
  });

  test('every cut and every changed byte is found', () => {
    const content = Buffer.concat([LINE, LINE]);
    const gzip = gzipSync(content);
    const whole = member('s/a.gz', gzip);
    expect(() => read(whole)).toThrow('without its two empty blocks');
    expect(() => read(whole.subarray(0, 560))).toThrow('ends inside s/a.gz');
    for (let length = 1; length < gzip.length; length += 1)
      expect(() => read(member('s/a.gz', gzip.subarray(0, length)), END)).toThrow();
    for (let offset = 10; offset < gzip.length; offset += 1) {
      const bent = Buffer.from(gzip);
      bent[offset]! ^= 0x10;
      expect([undefined, content.toString()]).toContain(unpacked(bent));
    }
  });
});

/** Undefined when it is refused; a changed bit may as well mean the same. */
function unpacked(bytes: Buffer): string | undefined {
  try {
    return Buffer.concat([...right.unpack(bytes)]).toString();
  } catch {
    return undefined;
  }
}
