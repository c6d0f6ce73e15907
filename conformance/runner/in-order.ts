/**
 * Does tasks with several workers, and gives what came of each in the order of the tasks, whichever is done first.
 *
 * @param take is given a result and the index of its task; false makes it the last one: nothing else is begun, and what comes of tasks
 *   that were under way is dropped
 */
export async function inOrder<T, W, R>(
  tasks: readonly T[],
  workers: readonly W[],
  work: (worker: W, task: T) => Promise<R>,
  take: (result: R, index: number) => boolean,
): Promise<void> {
  const waiting = tasks.entries();
  const done = new Map<number, R>();
  let taken = 0;
  let over = false;
  const each = async (worker: W): Promise<void> => {
    for (const [index, task] of waiting) {
      if (over) return;
      done.set(index, await work(worker, task));
      for (; !over && done.has(taken); taken += 1) {
        over = !take(done.get(taken)!, taken);
        done.delete(taken);
      }
    }
  };
  await Promise.all(workers.map(each));
}
