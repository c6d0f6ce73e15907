import { HOUR, type Observer, type Seen, type Syllabus } from './observer.ts';

export type Thing = 'courseware' | 'book' | 'homework';

/** How long people stay on a thing before the next click, an hour at the most. */
export class TimeOnTask implements Observer {
  readonly seconds: Record<Thing, number[]> = { courseware: [], book: [], homework: [] };
  readonly #last = new Map<string, { readonly thing: Thing | undefined; readonly time: number }>();
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  see({ username, time, source, page, type }: Seen): void {
    if (source !== 'browser') return;
    const before = this.#last.get(username);
    if (before?.thing && time - before.time < HOUR) this.seconds[before.thing].push(time - before.time);
    this.#last.set(username, { thing: this.#thing(page!, type), time });
  }

  end(): void {}

  #thing(page: string, type: string): Thing | undefined {
    if (type === 'page_close') return undefined;
    if (type === 'book') return 'book';
    const located = this.#syllabus.pages.get(page);
    return located && (located.sequence.due === undefined ? 'courseware' : 'homework');
  }
}
