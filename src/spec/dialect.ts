/**
 * The two ways a line may be written.
 *
 * - `documented`: the letter of edX's page, as docs/format.md reads it.
 * - `deployed`: what the platform of the page's day wrote (edx-platform b18ebd967, 26 February 2013).
 */
export const DIALECTS = ['documented', 'deployed'] as const;

/** One of {@link DIALECTS}. */
export type Dialect = (typeof DIALECTS)[number];

/** Where an event came from: the browser's JavaScript, or the server while it answered a request. */
export const EVENT_SOURCES = ['browser', 'server'] as const;

/** One of {@link EVENT_SOURCES}. */
export type EventSource = (typeof EVENT_SOURCES)[number];
