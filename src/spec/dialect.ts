/**
 * The ways a line may be written, in the order of their years.
 *
 * - `documented`: the letter of edX's page, as docs/format.md reads it.
 * - `deployed`: what the platform of the page's day wrote (edx-platform b18ebd967, 26 February 2013).
 * - `current`: what Open edX writes today (openedx-platform, mid-2026).
 */
export const DIALECTS = ['documented', 'deployed', 'current'] as const;

/** One of {@link DIALECTS}. */
export type Dialect = (typeof DIALECTS)[number];

/** The dialects of the page's day: for those parts of edxgen that know no other yet. */
export const EARLY_DIALECTS = ['documented', 'deployed'] as const satisfies readonly Dialect[];

/** One of {@link EARLY_DIALECTS}. */
export type EarlyDialect = (typeof EARLY_DIALECTS)[number];

/** A table with an entry for each dialect. */
export const byDialect = <T>(entryOf: (dialect: Dialect) => T): Record<Dialect, T> =>
  Object.fromEntries(DIALECTS.map((dialect) => [dialect, entryOf(dialect)])) as Record<Dialect, T>;

/** Where an event came from: the browser's JavaScript, or the server while it answered a request. */
export const EVENT_SOURCES = ['browser', 'server'] as const;

/** One of {@link EVENT_SOURCES}. */
export type EventSource = (typeof EVENT_SOURCES)[number];
