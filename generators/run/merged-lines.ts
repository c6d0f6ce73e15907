import { UserError } from '../../src/base/user-error.ts';
import type { HashedFile, Store } from '../../src/store/store.ts';
import { TimeQueue } from '../simulation/queue.ts';
import type { Mark } from '../model/mark.ts';
import { AT, HEADER, HOW, MARK } from './pool-lines.ts';

/** Takes what the pieces hold. Logs are named by their indices among those of the run, times are microseconds since 1970. */
export interface LineTaker {
  /** Takes a line: when it was written, and which time it tells. */
  line(log: number, time: number, text: string, told: number, marks: readonly Mark[] | undefined): void;
  /** Hears that a line is missing that would have been written at a time, because of an incident by its index. */
  missing(log: number, time: number, incident: number): void;
}

/** Bytes of all pieces together that are held at once, and twice as much with what comes next; of each at most, and at least. */
const HELD = 32 * 1024 * 1024;
const MOST = 512 * 1024;
const LEAST = 64 * 1024;

/** No line is longer, with what stands before it: what is left of one when the next bytes come is put before them. */
const LONGEST = 64 * 1024;

const NOTHING = Buffer.alloc(0);

/** Reads a pool's piece from its first line to its last, some of it at a time; what comes next is fetched meanwhile. */
class Piece {
  readonly #store: Store;
  readonly #file: HashedFile;
  /** Memory for what is held, and for what comes: by turns. */
  readonly #rooms: [Buffer, Buffer];
  /** How much of the file has been asked for. */
  #asked = 0;
  #coming: Promise<number>;
  #bytes: Buffer = NOTHING;
  #at = 0;

  constructor(store: Store, file: HashedFile, room: number) {
    this.#store = store;
    this.#file = file;
    this.#rooms = [Buffer.allocUnsafeSlow(LONGEST + room), Buffer.allocUnsafeSlow(LONGEST + room)];
    this.#coming = this.#fetch();
  }

  /** When the line at hand was written. */
  get time(): number {
    return this.#bytes.readDoubleLE(this.#at + AT.time);
  }

  /** Gives the line at hand, and goes to the next. */
  give(to: LineTaker): void {
    const [bytes, at] = [this.#bytes, this.#at];
    const [time, told, log] = [this.time, bytes.readDoubleLE(at + AT.told), bytes.readUInt16LE(at + AT.log)];
    const marks = bytes.readUInt16LE(at + AT.marks);
    const from = at + HEADER + marks * MARK;
    this.#at = from + bytes.readUInt32LE(at + AT.length);
    if (marks === 0) return to.line(log, time, bytes.toString('latin1', from, this.#at), told, undefined);
    if (this.#at === from) return to.missing(log, told, bytes.readUInt16LE(at + HEADER));
    to.line(log, time, bytes.toString('latin1', from, this.#at), told, this.#marks(at + HEADER, marks));
  }

  /** Whether the line at hand is held, all of it. */
  get isHeld(): boolean {
    const [bytes, at] = [this.#bytes, this.#at];
    const left = bytes.length - at;
    if (left < HEADER) return false;
    return left >= HEADER + bytes.readUInt16LE(at + AT.marks) * MARK + bytes.readUInt32LE(at + AT.length);
  }

  /** Sees to it that the line at hand is held; gives false at the end. */
  async fill(): Promise<boolean> {
    const rest = this.#bytes.subarray(this.#at);
    const come = await this.#coming;
    const [room] = this.#rooms;
    if (rest.length > LONGEST) throw this.#broken();
    rest.copy(room, LONGEST - rest.length);
    this.#bytes = room.subarray(LONGEST - rest.length, LONGEST + come);
    this.#at = 0;
    this.#rooms.reverse();
    this.#coming = this.#fetch();
    if (this.isHeld) return true;
    if (this.#bytes.length === 0) return false;
    throw this.#broken();
  }

  #broken(): UserError {
    return new UserError(`${this.#store.path(this.#file.name)} holds no lines of a run; make its share again`);
  }

  #marks(from: number, count: number): Mark[] {
    return Array.from({ length: count }, (_, index) => {
      const at = from + index * MARK;
      return { incident: this.#bytes.readUInt16LE(at), how: HOW[this.#bytes.readUInt16LE(at + 2)] as Mark['how'] };
    });
  }

  /** Fetches what comes next; gives how many bytes that is. */
  #fetch(): Promise<number> {
    const { name, bytes } = this.#file;
    const [{ length }] = this.#rooms;
    const size = Math.min(length - LONGEST, bytes - this.#asked);
    if (size === 0) return Promise.resolve(0);
    const fetched = this.#store
      .readInto(name, this.#asked, this.#rooms[0].subarray(LONGEST, LONGEST + size))
      .then(() => size);
    this.#asked += size;
    // Whoever gives up before it has come does not wait for it.
    fetched.catch(() => {});
    return fetched;
  }
}

/**
 * Merges the pieces of pools in one pass, by the moment of writing; of the same instant, the lines of the first pool come first. Memory
 * holds a part of each piece, and not more the more lines there are.
 *
 * @param ready is waited for now and then, before more lines are given; it is told how many bytes have been read
 * @throws UserError when a piece is none
 */
export async function mergeLines(
  store: Store,
  files: readonly HashedFile[],
  to: LineTaker,
  ready: (read: number) => Promise<void>,
): Promise<void> {
  const room = Math.max(LEAST, Math.min(MOST, Math.floor(HELD / files.length)));
  const pieces = files.map((file) => new Piece(store, file, room));
  const queue = new TimeQueue();
  let read = 0;
  for (const [index, piece] of pieces.entries()) if (await piece.fill()) queue.add(index, piece.time);
  while (queue.size > 0) {
    const piece = pieces[queue.first]!;
    piece.give(to);
    if (piece.isHeld) queue.postpone(piece.time);
    else {
      await ready((read += room));
      if (await piece.fill()) queue.postpone(piece.time);
      else queue.remove();
    }
  }
}
