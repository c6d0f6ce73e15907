import type { Platform } from '../model/platform.ts';
import type { SessionContext } from '../model/session-context.ts';

type Deed = (visit: SessionContext, ...more: unknown[]) => unknown;

/**
 * Does something else where people do some of a platform's deeds.
 *
 * @param names of the deeds
 * @param instead gives what is done instead of a deed, which it may do
 * @returns ends it; what has been intercepted later has to end before
 */
export function intercept(
  platform: Platform,
  names: readonly (keyof Platform)[],
  instead: (deed: Deed) => Deed,
): () => void {
  const deeds = platform as unknown as Record<string, Deed>;
  const intercepted = names.map((name) => (Object.hasOwn(deeds, name) ? deeds[name] : undefined));
  for (const name of names) deeds[name] = instead(deeds[name]!.bind(platform));
  return () => {
    // From the last to the first: V8 goes back to the object's shape by that, and so to its speed.
    for (const [index, name] of [...names.entries()].toReversed()) {
      const deed = intercepted[index];
      if (deed) deeds[name] = deed;
      else delete deeds[name];
    }
  };
}
