import fc from 'fast-check';

/** The value that an arbitrary's values shrink to when nothing holds them back. */
export function minimal<T>(arbitrary: fc.Arbitrary<T>): fc.Value<T> {
  let [least] = fc.sample(new Values(arbitrary), { seed: 1, numRuns: 1 });
  for (;;) {
    const smaller = arbitrary.shrink(least!.value_, least!.context).getNthOrLast(0);
    if (smaller === null) return least!;
    least = smaller;
  }
}

/** An arbitrary's values, with what it needs to shrink them. */
class Values<T> extends fc.Arbitrary<fc.Value<T>> {
  readonly #of: fc.Arbitrary<T>;

  constructor(of: fc.Arbitrary<T>) {
    super();
    this.#of = of;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<fc.Value<T>> {
    return new fc.Value(this.#of.generate(random, bias), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is fc.Value<T> {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<fc.Value<T>>> {
    return fc.Stream.nil();
  }
}
