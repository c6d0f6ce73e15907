import type { LineFault } from '../fault.ts';

/** An escaped backslash, or characters that are escaped one after the other. */
const ESCAPES = /\\\\|(?:\\u[0-9a-f]{4})+/g;
/** What JSON escapes always, and halves of surrogate pairs, which UTF-8 cannot hold. */
const ESCAPED_ALWAYS = /[\0-\x1f"\\\ud800-\udfff]/u;

function raw(escapes: string): string {
  const text = JSON.parse(`"${escapes}"`) as string;
  return ESCAPED_ALWAYS.test(text) ? escapes : Buffer.from(text).toString('latin1');
}

/** Any JSON writer but Python's default: `ensure_ascii=False`, JavaScript, jq. */
export const utf8Raw: LineFault = {
  scope: 'line',
  id: 'utf8-raw',
  level: 'bytes',
  wording: 'Characters that are escaped in other lines stand as they are, in UTF-8.',
  verdict: 'accept',
  rule: null,
  break(line) {
    if (!line.text.includes('\\u') || !line.fields) return undefined;
    const text = line.text.replace(ESCAPES, raw);
    return text === line.text ? undefined : text;
  },
};
