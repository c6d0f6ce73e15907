/** Logs of a given size that make some parsers slow, each in its own way. */

/** The pieces of a log of about so many bytes. */
export type Shape = (size: number) => Uint8Array[];

const PIECE = 64;

const whole = (text: string): Uint8Array[] => [Buffer.from(text)];
const repeat = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length));
const line = (agent: string): string => `{"username": "ada", "agent": "${agent}", "event": ""}\n`;

/** Lines that differ. */
const lines = (size: number): string => Array.from({ length: Math.ceil(size / 64) }, (_, i) => line(`Mozilla/${i}`)).join('');

/** The log of a shape in pieces of 64 bytes: whoever puts them together one by one takes their square. */
const inPieces = (text: string): Uint8Array[] => {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) => bytes.subarray(i * PIECE, (i + 1) * PIECE));
};

export const SHAPES: Readonly<Record<string, Shape>> = {
  'a long string': (size) => whole(line(repeat('a', size))),
  'many escapes': (size) => whole(line(repeat('\\u00e9\\"\\\\', size))),
  'many keys': (size) => whole(`{${Array.from({ length: Math.ceil(size / 14) }, (_, i) => `"k${i}": null`).join(', ')}}\n`),
  'a nested event': (size) => whole(`{"username": "ada", "event": ${JSON.stringify(JSON.stringify({ answers: repeat('{"a":[', size / 4) }))}}\n`),
  'a form of many inputs': (size) => whole(`{"username": "ada", "event_source": "browser", "event_type": "problem_check", "event": "${Array.from({ length: Math.ceil(size / 16) }, (_, i) => `input_${i}=a+%2B`).join('&')}"}\n`),
  'an unclosed string': (size) => whole(`{"username": "${repeat('a ', size)}\n`),
  'blanks': (size) => whole(`{"username": "ada",${repeat(' ', size)}"event": "" x\n`),
  'many bad lines': (size) => whole(repeat('{"username": "ada", \n', size)),
  'many tiny lines': (size) => whole(repeat('{}\n', size / 2)),
  'many lines': (size) => whole(lines(size)),
  'many equal lines': (size) => whole(repeat(line('Mozilla/5.0'), size)),
  'many pieces of one line': (size) => inPieces(line(repeat('a', size))),
  'many pieces of many lines': (size) => inPieces(repeat(line('Mozilla/5.0'), size)),
};
