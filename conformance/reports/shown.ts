/** Inputs and answers as a reader can take them in: what cannot be seen is spelled, what is long is cut. */
import { grouped } from '../../src/base/format-number.ts';
import { printable, printableBytes } from '../../src/base/printable.ts';

const LONGEST_SHOWN = 1000;
/** Bytes of the longest character in UTF-8. */
const WIDEST = 4;

/** What a cut leaves of a spelling, or of a character of two halves. */
const HALF = /(⟨[^⟩]*|[\ud800-\udbff])$/;

/** The beginning of a text that is too long to be read, with its whole size. */
const cut = (shown: string, most: number, size: string): string =>
  shown.length > most ? `${shown.slice(0, most).replace(HALF, '')} ⟨… ${size} in all⟩` : shown;

/** Text that may come from anywhere, in one line. */
export const shownText = (text: string, most = LONGEST_SHOWN): string =>
  cut(printable(text.slice(0, most + 1)), most, `${grouped(text.length)} characters`);

/** A line of a log. */
export const shownBytes = (bytes: Uint8Array): string =>
  cut(printableBytes(bytes.subarray(0, LONGEST_SHOWN * WIDEST)), LONGEST_SHOWN, `${grouped(bytes.length)} bytes`);

/** JSON has no word for what a parser in process may give: integers of any size. */
export const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);

/** A value as JSON, or `nothing`. */
export const shownValue = (value: unknown): string =>
  value === undefined ? 'nothing' : shownText(JSON.stringify(value, plain) ?? String(value), LONGEST_SHOWN / 4);

/** Text in HTML, SVG or XML. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
