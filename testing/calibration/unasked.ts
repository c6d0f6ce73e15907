/** Videos that played though nobody asked for it, as far as lines tell. */
import { Table, type Seen } from './observer.ts';

/** Whoever has not asked for a video stops or leaves it within so many seconds. */
const AT_ONCE = 20;

const frontOf = ({ username, page }: Seen): string => `${username} ${page}`;

/**
 * Marks plays that look as if they had begun by themselves, and the pauses that end them: from the video's start, and stopped or left at once.
 * A play is held back until its learner's next line; lines of one learner keep their order.
 */
export class Unasked {
  readonly #tell: (one: Seen) => void;
  readonly #held = new Map<string, Seen>();
  /** Videos that were played before on a page since it was opened or moved on in, by learner and page. */
  readonly #begun = new Table<string, Set<string>>(() => new Set());

  /** @param tell is given each line, marked or as it is */
  constructor(tell: (one: Seen) => void) {
    this.#tell = tell;
  }

  see(line: Seen): void {
    const { username, type, payload, page } = line;
    const isLeft = type === 'page_close' || type.startsWith('seq_');
    const held = this.#held.get(username);
    let one = line;
    if (held) {
      const isOver = isLeft || type === 'pause_video';
      const isAlone = isOver && page === held.page && line.time - held.time < AT_ONCE;
      this.#held.delete(username);
      this.#tell(isAlone ? { ...held, unasked: true } : held);
      if (isAlone && type === 'pause_video') one = { ...line, unasked: true };
      else if (!isAlone) this.#begun.at(frontOf(held)).add(held.payload.id);
    }
    if (isLeft) this.#begun.delete(frontOf(line));
    if (type === 'play_video' && payload.currentTime === 0 && !this.#begun.get(frontOf(line))?.has(payload.id))
      this.#held.set(username, line);
    else this.#tell(one);
  }

  /** Tells what is still held when the log is over. */
  end(): void {
    for (const held of this.#held.values()) this.#tell(held);
  }
}
