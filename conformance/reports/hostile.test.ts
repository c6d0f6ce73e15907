/** What a parser says of itself, and in its answers, is obeyed by no terminal, no page and no CI. */
import { forAll } from '../../testing/for-all.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conformance } from '../conformance.ts';
import type { Parser } from '../subjects/parser.ts';
import { annotation, uncommanded } from './github.ts';
import { REPORTS } from './index.ts';
import { closing, failed } from './text.ts';

const EVIL = '\n::error::forged \u001b[2J\r\u009b31m \u202e <script>alert(1)</script> ]]> | `x` [a](b) \u2028';

const hostile = (evil: string): Parser => ({
  name: `p${evil}`,
  version: evil,
  level: 'fields',
  dialects: ['documented'],
  parse: () => [
    { ok: true, record: { [evil]: evil, username: evil } },
    { ok: false, error: evil },
  ],
});

const resultOf = (evil: string) =>
  conformance(hostile(evil), { only: ['common-fields', 'accepts-lines', 'duplicate-keys'], runs: 2 });

forAll([fc.oneof(fc.constant(EVIL), fc.string({ unit: 'binary' }))], { numRuns: 5 })(
  'every report is plain text',
  async (evil) => {
    const result = await resultOf(evil);
    const texts = [closing(result, false), ...Object.values(REPORTS).map((report) => report(result, () => ({})))];
    for (const text of texts) expect(text).toMatch(/^[^\p{Cs}\p{Zl}\p{Zp}\p{Cf}\0-\x09\x0b-\x1f\x7f-\x9f]*$/u);
  },
);

test('no line is a command of GitHub’s, no tag one of HTML’s', async () => {
  const result = await resultOf(EVIL);
  const again = () => ({});
  const fail = result.results.find(({ status }) => status === 'failed')!;
  for (const name of ['html', 'markdown', 'junit', 'badge'] as const)
    expect(REPORTS[name](result, again)).not.toMatch(/(?<!\\)<script/);
  expect(annotation(fail, {}).split('\n')).toHaveLength(2);
  const text = uncommanded(closing(result, false) + failed(fail, { color: false, again }));
  const [, token] = /^::stop-commands::(.+)\n/.exec(text)!;
  expect(text.endsWith(`::${token}::\n`)).toBe(true);
  expect(closing(result, false)).not.toMatch(/^\s*::/m);
});
