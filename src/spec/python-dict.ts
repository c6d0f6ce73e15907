/**
 * The order of keys in maps that Python 2.7's json.dumps wrote (CPython, 64 bit, without hash randomisation): that of the slots of a
 * hash table with open addressing, which follows from the keys, the order in which they were put in, and how the table grew
 * [Objects/dictobject.c, stringobject.c].
 */

/**
 * How the platform made a dict, which decides how large its table is:
 *
 * - `literal`: a dict display, whose table has room for all keys from the start.
 * - `plain`: one key after the other.
 * - `copied`: `dict(QueryDict)` of parameters as they were sent.
 * - `answers`: parameters of a problem's form as they were sent, without `input_` and `[]`, copied twice on their way.
 * - `stored`: keys as they were last printed, loaded and printed again.
 */
export type DictMaking = 'literal' | 'plain' | 'copied' | 'answers' | 'stored';

const SMALLEST = 8;
const WORD = 64;
const SHIFT = 5n;
const MULTIPLIER = 1000003n;

/** Python 2.7's hash of a str, as an unsigned 64 bit number. */
function hashOf(key: string): bigint {
  const units = [...key].map((unit) => BigInt(unit.codePointAt(0)!));
  if (units.length === 0) return 0n;
  let hash = BigInt.asUintN(WORD, units[0]! << 7n);
  for (const unit of units) hash = BigInt.asUintN(WORD, MULTIPLIER * hash) ^ unit;
  hash ^= BigInt(units.length);
  // -1 tells of errors in C, and so is no hash.
  return BigInt.asIntN(WORD, hash) === -1n ? BigInt.asUintN(WORD, -2n) : hash;
}

interface Entry {
  readonly key: string;
  readonly hash: bigint;
}

/** The table of a dict; keys are only ever put in. */
class Table {
  #slots: (Entry | undefined)[] = Array.from({ length: SMALLEST });
  #used = 0;

  get entries(): Entry[] {
    return this.#slots.filter((slot) => slot !== undefined);
  }

  get keys(): string[] {
    return this.entries.map(({ key }) => key);
  }

  /** Puts a key in; a table that is two thirds full grows to more than four times its entries. */
  put(entry: Entry): void {
    if (this.#insert(entry) && 3 * this.#used >= 2 * this.#slots.length) this.#resize(4 * this.#used);
  }

  /** Puts in all entries of another table, having made room for twice as many [PyDict_Merge]. */
  merge(other: Table): void {
    const { entries } = other;
    if (3 * (this.#used + entries.length) >= 2 * this.#slots.length) this.#resize(2 * (this.#used + entries.length));
    for (const entry of entries) this.put(entry);
  }

  /** Makes the room that a dict display asks for. */
  reserve(entries: number): void {
    if (entries > 5) this.#resize(entries);
  }

  #insert(entry: Entry): boolean {
    const mask = BigInt(this.#slots.length - 1);
    let index = entry.hash;
    for (let perturb = entry.hash; ; perturb >>= SHIFT) {
      const slot = Number(index & mask);
      const there = this.#slots[slot];
      if (there?.key === entry.key) return false;
      if (there === undefined) {
        this.#slots[slot] = entry;
        this.#used += 1;
        return true;
      }
      index = 5n * index + perturb + 1n;
    }
  }

  /** Moves all entries, in their order, to a table of the smallest power of two above a size. */
  #resize(size: number): void {
    const { entries } = this;
    let length = SMALLEST;
    while (length <= size) length *= 2;
    this.#slots = Array.from({ length });
    this.#used = 0;
    for (const entry of entries) this.#insert(entry);
  }
}

const entriesOf = (keys: readonly string[]): Entry[] => keys.map((key) => ({ key, hash: hashOf(key) }));

function tableOf(keys: readonly string[], room = 0): Table {
  const table = new Table();
  table.reserve(room);
  for (const entry of entriesOf(keys)) table.put(entry);
  return table;
}

function copyOf(table: Table): Table {
  const copy = new Table();
  copy.merge(table);
  return copy;
}

/** The answer id in the name of a form's field. */
const answerId = (name: string): string => name.replace(/^input_/, '').replace(/\[\]$/, '');

const ORDERS: Record<DictMaking, (keys: readonly string[]) => string[]> = {
  literal: (keys) => tableOf(keys, keys.length).keys,
  plain: (keys) => tableOf(keys).keys,
  copied: (keys) => copyOf(tableOf(keys)).keys,
  answers: (keys) => tableOf(tableOf(tableOf(keys).keys.map(answerId)).keys).keys,
  stored: (keys) => tableOf(tableOf(keys).keys).keys,
};

/** What is known of the keys that begin with those on the way here. */
interface Known {
  readonly next: Map<string, Known>;
  order: readonly string[] | undefined;
}

/** So many keys are remembered; a course has some thousand, hostile input any number. */
const MOST_REMEMBERED = 20_000;

const nothingKnown = (): Known => ({ next: new Map(), order: undefined });
const known = new Map<DictMaking, Known>();
let remembered = 0;

function placeOf(making: DictMaking, keys: readonly string[]): Known {
  if (remembered > MOST_REMEMBERED) {
    known.clear();
    remembered = 0;
  }
  let place = known.get(making) ?? nothingKnown();
  known.set(making, place);
  for (const key of keys) {
    let next = place.next.get(key);
    if (next === undefined) {
      next = nothingKnown();
      place.next.set(key, next);
      remembered += 1;
    }
    place = next;
  }
  return place;
}

/**
 * The keys of a Python 2.7 dict in the order in which json.dumps wrote them: computed once, and kept.
 *
 * @param keys as they were put in, each once
 */
export function dictOrder(making: DictMaking, keys: readonly string[]): readonly string[] {
  const place = placeOf(making, keys);
  return (place.order ??= ORDERS[making](keys));
}

/** An object with the same members, in the order in which json.dumps wrote the dict that was made so. */
export function asDict<T extends object>(making: DictMaking, members: T): T {
  const dict: Partial<T> = {};
  for (const key of dictOrder(making, Object.keys(members)) as readonly (keyof T)[]) dict[key] = members[key]!;
  return dict as T;
}
