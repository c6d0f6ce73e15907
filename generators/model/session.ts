import type { Platform } from './platform.ts';
import { Visit } from './visit.ts';

/**
 * What somebody does, step by step. It yields how many seconds pass until the next step, and reads the time anew from its
 * visit when it goes on.
 */
export type Activity<Result = void> = Generator<number, Result, void>;

/** A visit whose deeds are done on a site. */
export class Session extends Visit {
  readonly platform: Platform;

  constructor(parts: ConstructorParameters<typeof Visit>[0], platform: Platform) {
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
