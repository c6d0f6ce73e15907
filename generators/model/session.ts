import type { Platform } from './platform.ts';
import { SessionContext } from './session-context.ts';

/**
 * Activity of a person, step by step. It yields the seconds until the next step, and reads the time anew from its session when it
 * goes on.
 */
export type Activity<Result = void> = Generator<number, Result, void>;

/** Session of one person on a site, whose platform logs what is done. */
export class Session extends SessionContext {
  readonly platform: Platform;

  constructor(parts: ConstructorParameters<typeof SessionContext>[0], platform: Platform) {
    super(parts);
    this.platform = platform;
  }
}

/** Leaves the page in front, if there is one, and opens another. */
export function goTo(visit: Session, url: string): void {
  leave(visit);
  visit.view = visit.platform.open(visit, url);
}

/** Leaves the page in front, if there is one. */
export function leave(visit: Session): void {
  if (visit.view) visit.platform.close(visit);
  visit.view = undefined;
}
