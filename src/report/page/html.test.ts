import fc from 'fast-check';
import { forAll } from '../../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { html, shortened } from './html.ts';

forAll([fc.string({ unit: 'binary' })])('no text can end an attribute or begin an element', (text) => {
  const { text: written } = html`<a title="${text}">${text}</a>`;
  expect(written.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
});

test('text reads as it was', () => {
  expect(html`<p>${'Tom & "Jerry" <cat>'}</p>`.text).toBe('<p>Tom &amp; &quot;Jerry&quot; &lt;cat&gt;</p>');
});

test('what would turn or hide the text around it is shown as a character that is none', () => {
  expect(html`${'a\u202eb\u0000c\u200fd'}`.text).toBe('a\ufffdb\ufffdc\ufffdd');
});

test('pieces stand as they are, in lists too; nothing is nothing', () => {
  expect(html`${html`<b>${'<'}</b>`}${[html`<i/>`, 'x']}${false}${undefined}${1.23456}`.text).toBe(
    '<b>&lt;</b><i/>x1.23',
  );
});

forAll([fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 })])(
  'a shortened text fits, and halves no character',
  (text, most) => {
    const short = shortened(text, most);
    expect([...short].length).toBeLessThanOrEqual(most);
    expect([...text].join('').startsWith(short.replace(/…$/, ''))).toBe(true);
  },
);
