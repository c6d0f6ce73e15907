/** Integers to the last digit: JavaScript's own numbers lose some beyond 2^53. */

/** What of a JSON text is a string, or a number. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const NUMBER = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** No integer of a trial has as many digits. */
const MOST_DIGITS = 100;

const isSafe = (value: bigint): boolean =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);

/** A number's value where it is whole, however it is written: 1e2 is 100. */
function wholeOf(token: string): bigint | undefined {
  const [, whole, fraction = '', exponent = '0'] = NUMBER.exec(token) ?? [];
  const shift = Number(exponent) - fraction.length;
  if (whole === undefined || Math.abs(shift) + token.length > MOST_DIGITS) return undefined;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(shift));
  if (shift >= 0) return digits * scale;
  return digits % scale === 0n ? digits / scale : undefined;
}

/**
 * Reads JSON; whole numbers that JavaScript would not tell exactly are given as text, in digits.
 *
 * @throws SyntaxError for what is no JSON
 */
export function exactJson(text: string): unknown {
  const digits = text.replace(TOKEN, (token) => {
    const whole = token.startsWith('"') ? undefined : wholeOf(token);
    return whole === undefined || isSafe(whole) ? token : `"${whole}"`;
  });
  return JSON.parse(digits) as unknown;
}
