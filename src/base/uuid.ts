/** UUIDs of version 4, which are drawn at random but for what tells version and variant [RFC 9562, 5.4]. */
import { hash } from 'node:crypto';

const VARIANTS = '89ab';

/** The 32 hexadecimal digits of a UUID of version 4, of as many that are drawn. */
export const uuidDigits = (hex: string): string =>
  `${hex.slice(0, 12)}4${hex.slice(13, 16)}${VARIANTS[parseInt(hex[16]!, 16) % 4]!}${hex.slice(17)}`;

/** The same of what would be drawn, and follows from a text here. */
export const uuidDigitsOf = (text: string): string => uuidDigits(hash('sha256', text, 'hex').slice(0, 32));
