/** What a pool's incidents do, by what they have a say in, from the first incident on. */
import type { Scene, Work } from '../incidents/incident.ts';
import { kindOf } from '../incidents/index.ts';

type Has<K extends keyof Work> = NonNullable<Work[K]>;

/** What one does that has a say in something, and in which scene. */
export interface Does<K extends keyof Work> {
  readonly scene: Scene;
  readonly does: Has<K>;
}

export class Works {
  readonly #works: readonly Work[];
  readonly #scenes: readonly Scene[];

  constructor(scenes: readonly Scene[]) {
    this.#scenes = scenes;
    this.#works = scenes.map((scene) => kindOf(scene.incident).begin(scene));
  }

  /** What those do that have a say in something. */
  all<K extends keyof Work>(key: K): Has<K>[] {
    return this.byScene(key).map(({ does }) => does);
  }

  /** The same, with the scene of each. */
  byScene<K extends keyof Work>(key: K): Does<K>[] {
    return this.#works.flatMap((work, index) => {
      const does = work[key] as ((...parameters: unknown[]) => unknown) | undefined;
      return does ? [{ scene: this.#scenes[index]!, does: does.bind(work) as unknown as Has<K> }] : [];
    });
  }
}
