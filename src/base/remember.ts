const SHORTEST = 64;
const MOST_REMEMBERED = 1000;

/**
 * Remembers what a function made of long texts. The same code and essays are sent, stored and sent again, and escaping
 * them was a tenth of all time; short texts cost less than the look-up.
 *
 * @param bounds how many texts are remembered at a time, and the longest of them
 */
export function remember<Value extends NonNullable<unknown>>(
  make: (text: string) => Value,
  { most = MOST_REMEMBERED, longest = Infinity } = {},
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length < SHORTEST || text.length > longest) return make(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
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
