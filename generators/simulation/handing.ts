/** What people hand in, where incidents have to do with it: its text, the key that it is marked by, and the lines that tell of it. */
import type { Problem, Task } from '../course/course.ts';
import type { Work } from '../incidents/incident.ts';
import type { Mark } from '../model/mark.ts';
import type { MarkedCheck, Platform } from '../model/platform.ts';
import type { Session } from '../model/session.ts';
import type { SessionContext } from '../model/session-context.ts';
import { intercept } from './intercept.ts';
import type { Does, Works } from './works.ts';

/** Deeds by which people hand in answers. */
const HANDED = ['check', 'save', 'submitEssay'] as const satisfies readonly (keyof Platform)[];

export class Handing {
  readonly #texts: readonly NonNullable<Work['text']>[];
  readonly #keys: readonly NonNullable<Work['key']>[];
  readonly #hands: readonly Does<'hands'>[];

  constructor(works: Works) {
    this.#texts = works.all('text');
    this.#keys = works.all('key');
    this.#hands = works.byScene('hands');
  }

  /** Lets incidents act on what somebody hands in, and on how it is marked. */
  equip(visit: Session): void {
    const [texts, keys] = [this.#texts, this.#keys];
    if (texts.length > 0)
      visit.handsIn = (what, text) => texts.reduce((told, change) => change(visit, what, told), text);
    if (keys.length > 0) visit.keyed = (problem, input) => keys.reduce((told, key) => key(visit, problem, told), input);
  }

  /** Lets a platform's lines be marked by the incidents that have to do with what is handed in. */
  watch(platform: Platform): void {
    if (this.#hands.length === 0) return;
    intercept(
      platform,
      HANDED,
      (deed) =>
        (visit, handed, ...more) =>
          this.#during(visit, handed, () => deed(visit, handed, ...more)),
    );
  }

  #during(visit: SessionContext, handed: unknown, deed: () => unknown): unknown {
    const check = 'after' in (handed as object) ? (handed as MarkedCheck) : undefined;
    const what = check?.problem ?? (handed as Problem | Task);
    let concerned: Mark[] | undefined;
    for (const { scene, does } of this.#hands) {
      const how = does(visit, what, check);
      if (how) (concerned ??= []).push({ incident: scene.index, how });
    }
    if (concerned === undefined) return deed();
    const before = visit.marks;
    visit.marks = [...(before ?? []), ...concerned];
    const done = deed();
    visit.marks = before;
    return done;
  }
}
