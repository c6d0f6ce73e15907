import type { Sent } from './python-maps.ts';

/** A request that somebody makes of the site. */
export interface SiteRequest {
  readonly path: string;
  readonly POST?: Sent;
  readonly GET?: Sent;
}

/** The same after so many microseconds. */
export type DelayedRequest = SiteRequest & { readonly after: number };
