const SHORTEST = 64;
const MOST_REMEMBERED = 1000;

/**
 * Remembers what a function gave for long texts. The same code and essays are sent, stored and sent again, and escaping
 * them was a tenth of all time; short texts cost less than the look-up.
 */
export function remember(encode: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length < SHORTEST) return encode(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === MOST_REMEMBERED) known.clear();
    const encoded = encode(text);
    known.set(text, encoded);
    return encoded;
  };
}
