// Lets edxgen ask a parser of edX tracking logs: edxgen conform -- node adapter.mjs
import { createInterface } from 'node:readline';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a line (bytes, without its newline); throws where it is no record. Put your parser in its place. */
function parse(line) {
  const record = JSON.parse(utf8.decode(line));
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new Error('no object');
  return record;
}

function linesOf(log) {
  const lines = [];
  const mark = log.indexOf('\ufeff') === 0 ? 3 : 0; // a byte order mark
  for (let from = mark; from < log.length;) {
    const end = log.indexOf(10, from); // at \n alone: readline would take other characters for line ends too
    lines.push(log.subarray(from, end < 0 ? log.length : end));
    from = end < 0 ? log.length : end + 1;
  }
  return lines;
}

function answer(line, want) {
  try {
    const record = parse(line);
    return want === 'records' ? { ok: true, record } : { ok: true };
  } catch (error) {
    return { ok: false, error: error.message };
  }
}

const say = (message) => {
  const text = JSON.stringify(message).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  process.stdout.write(`${text}\n`);
};

for await (const text of createInterface({ input: process.stdin })) {
  const command = JSON.parse(text);
  if (command.cmd === 'hello') {
    // level: how deep your parser reads: lines, fields or payload. Begin with lines.
    say({ protocol: 1, parser: 'my-parser', language: 'node', level: 'lines', dialects: ['documented'], window: 8 });
  } else if (command.cmd === 'parse') {
    const log = Buffer.concat(command.chunks.map((chunk) => Buffer.from(chunk, 'base64')));
    say({ id: command.id, lines: linesOf(log).map((line) => answer(line, command.want)) });
  } else if (command.cmd === 'bye') break;
}
