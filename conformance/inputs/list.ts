import fc from 'fast-check';

interface Context<T> {
  readonly values: readonly fc.Value<T>[];
}

/** The parts of a list that are tried in its place: halves first, then all but one. */
function* parts<T>(items: readonly T[], least: number): Generator<readonly T[]> {
  const half = items.length >> 1;
  if (half >= 1 && items.length > 2) {
    if (half >= least) yield items.slice(0, half);
    if (items.length - half >= least) yield items.slice(half);
  }
  if (items.length > least) for (let i = items.length - 1; i >= 0; i -= 1) yield items.toSpliced(i, 1);
}

/** Lists that shrink to the fewest items first, whichever those are; fc.array keeps items that it has passed. */
class List<T> extends fc.Arbitrary<T[]> {
  readonly #item: fc.Arbitrary<T>;
  readonly #least: number;
  readonly #most: number;

  constructor(item: fc.Arbitrary<T>, least: number, most: number) {
    super();
    this.#item = item;
    this.#least = least;
    this.#most = most;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<T[]> {
    const length = random.nextInt(this.#least, this.#most);
    return this.#of(Array.from({ length }, () => this.#item.generate(random, bias)));
  }

  override canShrinkWithoutContext(_value: unknown): _value is T[] {
    return false;
  }

  override shrink(_value: T[], context: unknown): fc.Stream<fc.Value<T[]>> {
    return fc.stream(this.#shrunk((context as Context<T>).values));
  }

  *#shrunk(values: readonly fc.Value<T>[]): IterableIterator<fc.Value<T[]>> {
    for (const part of parts(values, this.#least)) yield this.#of(part);
    for (const [i, { value_, context }] of values.entries()) {
      for (const smaller of this.#item.shrink(value_, context)) yield this.#of(values.with(i, smaller));
    }
  }

  #of(values: readonly fc.Value<T>[]): fc.Value<T[]> {
    return new fc.Value(
      values.map(({ value_ }) => value_),
      { values } satisfies Context<T>,
    );
  }
}

/** Lists of `least` to `most` items, all lengths alike. */
export const listOf = <T>(item: fc.Arbitrary<T>, least = 0, most = 4): fc.Arbitrary<T[]> => new List(item, least, most);
