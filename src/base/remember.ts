const SHORTEST = 64;
const MOST_REMEMBERED = 1000;

/**
 * Remembers what a function gave for long texts. The same code and essays are sent, stored and sent again, and escaping
 * them was a tenth of all time; short texts cost less than the look-up.
 *
 * @param bounds how many texts are remembered at a time, and the longest of them
 */
export function remember(
  encode: (text: string) => string,
  { most = MOST_REMEMBERED, longest = Infinity } = {},
): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length < SHORTEST || text.length > longest) return encode(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === most) known.clear();
    const encoded = encode(text);
    known.set(text, encoded);
    return encoded;
  };
}

/** Makes something of an object once, and gives that whenever it is asked for again, for as long as the object is there. */
export function onceFor<Key extends object, Value extends NonNullable<unknown>>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
