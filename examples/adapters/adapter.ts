/**
 * An adapter: tells the conformance kit how a TypeScript parser reads tracking logs.
 *
 *     edxgen conform -- node adapter.ts            (Node 22.18 or later; before, compile it with tsc)
 *
 * The upper half is a parser; put yours in its place. The lower half speaks the kit's protocol, version 1.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

type Json = unknown;
type Fields = Record<string, Json>;
type Answer = { ok: boolean; record?: Fields; error?: string };
type Dialect = 'documented' | 'deployed' | 'current';
type Want = 'records' | 'verdicts';

const FIELDS = ['username', 'host', 'session', 'time', 'ip', 'agent', 'page', 'event_source', 'event_type', 'event'];
const TODAYS = [...FIELDS, 'name', 'context', 'referer', 'accept_language'];
const LATER_FORMS = ['problem_check', 'problem_save', 'problem_reset'];
const FORMS = { documented: ['problem_check'], deployed: LATER_FORMS, current: LATER_FORMS };
/** What Tutor's logging puts before a line. */
const PREFIX = /^[^{]* \[tracking\] [^{]* - (?=\{)/;
const EMPTY = ['page_close', 'oe_show_full_feedback', 'oe_show_respond_to_feedback'];

const isObject = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object, or a string that encodes one. Anything else stands as it is, since payloads may have been cut. */
function readObject(value: Json): Json {
  try {
    const parsed: Json = typeof value === 'string' ? JSON.parse(value) : value;
    return isObject(parsed) ? parsed : value;
  } catch {
    return value;
  }
}

/** Applies a reader to members of an object, to all of them when none is named. */
function readInside(value: Json, reader: (member: Json) => Json, ...keys: string[]): Json {
  const object = readObject(value);
  if (!isObject(object)) return object;
  return Object.fromEntries(
    Object.entries(object).map(([key, member]) => [
      key,
      keys.length === 0 || keys.includes(key) ? reader(member) : member,
    ]),
  );
}

const readEntry = (entry: Json): Json => (isObject(entry) ? readInside(entry, readObject, 'queuestate') : entry);
const readMap = (map: Json): Json => readInside(map, readEntry);
const readState = (state: Json): Json => readInside(state, readMap, 'correct_map');

function readServerEvent(event: Json): Json {
  const marked = readInside(readInside(event, readMap, 'correct_map'), readObject, 'answers');
  return readInside(marked, readState, 'state', 'old_state', 'new_state');
}

const decodePart = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Key to value, or to a list where a key comes more than once or ends in []. */
function decodeForm(text: string): Fields {
  const values = new Map<string, string[]>();
  for (const pair of text === '' ? [] : text.split('&')) {
    const [key = '', ...rest] = pair.split('=');
    const name = decodePart(key);
    const value = decodePart(rest.join('='));
    if (values.get(name)?.push(value) === undefined) values.set(name, [value]);
  }
  return Object.fromEntries(
    Array.from(values, ([key, list]) => [key, list.length > 1 || key.endsWith('[]') ? list : list[0]]),
  );
}

/** In deployed lines the form stands in the quotes of a JSON string. */
function readForm(event: Json, dialect: Dialect): Json {
  if (dialect === 'current' && event === '{}') return {};
  try {
    const text: Json = dialect === 'deployed' && typeof event === 'string' ? JSON.parse(event) : event;
    return typeof text === 'string' ? decodeForm(text) : event;
  } catch {
    return event;
  }
}

function readEvent({ event_source: source, event_type: type, event }: Fields, dialect: Dialect): Json {
  if (source === 'server') return readServerEvent(event);
  if (source !== 'browser') return event;
  if (FORMS[dialect].includes(String(type))) return readForm(event, dialect);
  return event === '' && EMPTY.includes(String(type)) ? null : readObject(event);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readLine(bytes: Uint8Array, dialect: Dialect): Fields {
  const text = decoder.decode(bytes);
  const line: Json = JSON.parse(dialect === 'current' ? text.replace(PREFIX, '') : text);
  if (!isObject(line)) throw new SyntaxError('no JSON object');
  const fields = dialect === 'current' ? TODAYS : FIELDS;
  const record = Object.fromEntries(fields.filter((field) => field in line).map((field) => [field, line[field]]));
  return { ...record, session: line['session'] ?? null, event: readEvent(line, dialect) ?? null };
}

/** One answer a line. A line ends at a newline and at nothing else. */
function readLog(log: Buffer, dialect: Dialect, want: Want): Answer[] {
  const answers: Answer[] = [];
  const hasMark = log.toString('latin1', 0, 3) === '\xef\xbb\xbf';
  for (let start = hasMark ? 3 : 0, end: number; start < log.length; start = end + 1) {
    end = log.indexOf('\n', start);
    if (end < 0) end = log.length;
    try {
      const record = readLine(log.subarray(start, end), dialect);
      answers.push(want === 'records' ? { ok: true, record } : { ok: true });
    } catch (error) {
      answers.push({ ok: false, error: String(error) });
    }
  }
  return answers;
}

const BLOCK = 512;
const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);
const textAt = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString('utf8', start, start + length).split('\0', 1)[0]!;

/** Only POSIX's headers have a prefix: GNU's have times in its place. */
const nameIn = (header: Buffer): string =>
  header.toString('latin1', 257, 263) === 'ustar\0' && header[345] !== 0
    ? `${textAt(header, 345, 155)}/${textAt(header, 0, 100)}`
    : textAt(header, 0, 100);

/** The files of a tar: path inside it, and content. */
function* readTar(tar: Buffer): Generator<[path: string, content: Buffer]> {
  let offset = 0;
  let long: string | undefined;
  for (let header = tar.subarray(0, BLOCK); !isZero(header); header = tar.subarray(offset, offset + BLOCK)) {
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    const size = parseInt(textAt(header, 124, 12), 8);
    if (parseInt(textAt(header, 148, 8), 8) !== sum || Number.isNaN(size)) throw new Error(`damaged at byte ${offset}`);
    const content = tar.subarray(offset + BLOCK, offset + BLOCK + size);
    if (content.length < size) throw new Error('cut inside a file');
    const type = String.fromCharCode(header[156]!);
    if (type === 'x') long = /^\d+ path=(.*)$/m.exec(content.toString())?.[1] ?? long;
    else if (type === 'L') long = textAt(content, 0, size);
    else {
      if (type === '0' || type === '\0') yield [long ?? nameIn(header), content];
      long = undefined;
    }
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  if (tar.length < offset + 2 * BLOCK || !isZero(tar.subarray(offset))) throw new Error('does not end as a tar does');
}

/** Node's gunzip says nothing of what follows a zero after the last member. */
function unpack(packed: Buffer): Buffer {
  const { buffer, engine } = gunzipSync(packed, { info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  if (!isZero(packed.subarray(engine.bytesWritten))) throw new Error('something follows the gzip data');
  return buffer[0] === 0x1f && buffer[1] === 0x8b ? unpack(buffer) : buffer; // what was packed twice
}

function readArchive(tar: Buffer, dialect: Dialect, want: Want): Fields[] {
  const files: Fields[] = [];
  for (const [path, content] of readTar(tar)) {
    const [server, ...rest] = path.split('/').filter((part) => part !== '.');
    if (rest.length === 0 || [server, ...rest].some((part) => part === '' || part?.startsWith('.'))) continue;
    const name = rest.join('/');
    files.push({ server, name, lines: readLog(name.endsWith('.gz') ? unpack(content) : content, dialect, want) });
  }
  return files;
}

let client: import('@aws-sdk/client-s3').S3Client | undefined;

/** An archive's bytes, wherever it lies. For objects in a bucket Amazon's SDK is needed (npm install @aws-sdk/client-s3). */
async function readWhole(path: string): Promise<Buffer> {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (Key === undefined) return await readFile(path);
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  client ??= new S3Client({ forcePathStyle: true });
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from(await Body!.transformToByteArray());
}

const HELLO = {
  protocol: 1,
  parser: 'edxgen-example-typescript',
  version: '1.0',
  language: 'typescript',
  level: 'payload',
  dialects: ['documented', 'deployed', 'current'],
  strict: [],
  archives: true,
  limits: { depth: 1000 },
  window: 16,
};

interface Command {
  cmd: 'hello' | 'parse' | 'archive' | 'bye';
  id: number;
  dialect: Dialect;
  want: Want;
  chunks: string[];
  path: string;
}

async function answer({ cmd, id, dialect, want, chunks, path }: Command): Promise<Fields> {
  if (cmd === 'hello') return HELLO;
  if (cmd === 'parse')
    return { id, lines: readLog(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64'))), dialect, want) };
  try {
    return { id, files: readArchive(await readWhole(path), dialect, want) };
  } catch (error) {
    return { id, error: `${path}: ${String(error)}` };
  }
}

const toAscii = (text: string): string =>
  text.replace(/[^\0-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

for await (const text of createInterface({ input: process.stdin })) {
  const command: Command = JSON.parse(text);
  if (command.cmd === 'bye') break;
  process.stdout.write(`${toAscii(JSON.stringify(await answer(command)))}\n`);
}
