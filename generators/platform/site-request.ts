import type { Sent } from './python-maps.ts';

/** A form, which is sent to its page's path after so many seconds, and the path of the page that comes then. */
export interface Form {
  readonly seconds: number;
  readonly POST: Sent;
  readonly leadsTo: string;
}

/** A request that somebody makes of the site. */
export interface SiteRequest {
  readonly path: string;
  readonly POST?: Sent;
  readonly GET?: Sent;
  /** What is filled in on the page that is asked for, if anything is. */
  readonly form?: Form;
  /** Seconds that it takes to read what comes, where that depends on what it is. */
  readonly reading?: number;
}

/** The same after so many microseconds. */
export type DelayedRequest = SiteRequest & { readonly after: number };
