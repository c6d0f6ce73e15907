/** Requests to a bucket wait for their answers for most of their time. */
const AT_ONCE = 16;

/**
 * Does something with each item, some at once; gives the results in the order of the items. When one fails no more are
 * begun, and those that are under way are waited for.
 *
 * @throws what the first one that failed threw
 */
export async function atOnce<T, R>(items: Iterable<T>, act: (item: T) => Promise<R>): Promise<R[]> {
  const todo = [...items].entries();
  const results: R[] = [];
  let failed = false;
  const work = async () => {
    // The entries are shared: each worker takes the next one.
    for (const [place, item] of todo) {
      if (failed) return;
      results[place] = await act(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const broken = done.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (broken) throw broken.reason;
  return results;
}
