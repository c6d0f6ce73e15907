import { DAY, HOUR, type Observer, type Seen } from './observer.ts';

/** Where the book opens, and where jumps lead. */
export class Reading implements Observer {
  /** Openings a day or more after the last turn: all, and those at the page that was turned to then, if it was not the first. */
  readonly opened = { all: 0, whereLeft: 0 };
  /** Of jumps, page and day. */
  readonly jumps: (readonly [day: number, page: number])[] = [];
  readonly #last = new Map<string, { readonly page: number; readonly time: number }>();

  see({ username, time, type, page, payload }: Seen): void {
    if (type !== 'book') return;
    const before = this.#last.get(username);
    const here = Number(page!.split('/').at(-1));
    if (before && before.page > 1 && time - before.time > DAY) {
      this.opened.all += 1;
      this.opened.whereLeft += Number(here === before.page);
    }
    if (payload.type === 'gotopage' && (!before || time - before.time > HOUR))
      this.jumps.push([time / DAY, payload.new]);
    this.#last.set(username, { page: payload.new, time });
  }

  end(): void {}
}
