/** The names and ids of a course's parts, made from what its file says. */
import { hash } from 'node:crypto';
import { oneByte } from '../../src/base/one-byte.ts';

/** A part's name in addresses, from its title: every run of what is no letter, digit, `_` or `-` becomes one `_`. */
export const nameOf = (title: string): string => oneByte(title.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '_'));

/**
 * A name as a location holds it: only A-Z a-z 0-9 _ : . -
 * Where a name in another script would keep no letter, nothing tells it from others: it gives way to `positional`.
 */
export function locationName(name: string, positional: string): string {
  const safe = oneByte(name.replace(/[^A-Za-z0-9_:.-]/gu, '_'));
  const telling = safe === name ? /[A-Za-z0-9]/ : /[A-Za-z]/;
  return telling.test(safe) ? safe : positional;
}

/** A location as html ids hold it: `i4x-MITx-6_00x-problem-L15_L15_Problem_2`. */
export const htmlId = (location: string): string =>
  location
    .replace('://', '-')
    .replaceAll('/', '-')
    .replace(/[^A-Za-z0-9_-]/g, '_');

/** The answer id of a problem's input, `index` counted from 0: the platform numbers a problem's parts from 2. */
export const answerId = (location: string, index: number): string => `${htmlId(location)}_${index + 2}_1`;

/** A stand-in for a YouTube id, always the same for the same video: 64 bits, and so two that are nothing in its last character. */
export const youtubeCode = (videoId: string): string =>
  Buffer.from(hash('sha256', videoId, 'hex').slice(0, 16), 'hex').toString('base64url');
