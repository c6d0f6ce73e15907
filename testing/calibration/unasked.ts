/** Videos that played though nobody asked for it, as far as lines tell. */
import { Table, type Seen } from './observer.ts';

/** Whoever has not asked for a video stops or leaves it within so many seconds. */
const AT_ONCE = 20;

/**
 * Marks plays that look as if they had begun by themselves, and the pauses that end them: from the video's start, and stopped or left at once.
 * A play is held back until its learner's next line; lines of one learner keep their order.
 */
export class Unasked {
  readonly #held = new Map<string, Seen>();
  /** Videos that were played before on a page since it was opened or moved on in, by learner and page. */
  readonly #begun = new Table<string, Set<string>>(() => new Set());

  *see(line: Seen): Generator<Seen> {
    const { username, type, payload, page } = line;
    const front = `${username} ${page}`;
    const held = this.#held.get(username);
    let one = line;
    if (held) {
      const isOver = type === 'pause_video' || type === 'page_close' || type.startsWith('seq_');
      const isAlone = isOver && page === held.page && line.time - held.time < AT_ONCE;
      this.#held.delete(username);
      yield isAlone ? { ...held, unasked: true } : held;
      if (isAlone && type === 'pause_video') one = { ...line, unasked: true };
      else if (!isAlone) this.#begun.at(`${username} ${held.page}`).add(held.payload.id);
    }
    if (type === 'page_close' || type.startsWith('seq_')) this.#begun.delete(front);
    if (type === 'play_video' && payload.currentTime === 0 && !this.#begun.get(front)?.has(payload.id))
      this.#held.set(username, line);
    else yield one;
  }

  /** What is still held when the log is over. */
  *end(): Generator<Seen> {
    yield* this.#held.values();
  }
}
