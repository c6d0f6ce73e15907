/** Log lines as the causality checker sees them: read with JSON.parse alone, sharing nothing with what wrote them. */

export type Dialect = 'documented' | 'deployed';

// What a payload holds is the validator's business; here it is only compared.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Payload = any;

/** One line. Of a cut line only what stands before the cut is known. */
export interface Entry {
  readonly line: string;
  /** Microseconds since 1970. */
  readonly time: number;
  /** The username; for nobody, the address and agent. */
  readonly person: string;
  readonly username: string;
  readonly session: string | undefined;
  readonly ip: string;
  readonly agent: string | undefined;
  readonly page: string | null | undefined;
  readonly source: 'browser' | 'server';
  readonly type: string;
  /** Of a form: answer id to answer, a list for ids that ended in `[]`. */
  readonly payload: Payload;
  readonly cut: boolean;
}

const SECOND = 1e6;

export function instantOf(time: string): number {
  const [, whole, fraction = '0'] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{6}))?$/.exec(time) ?? [];
  if (whole === undefined) throw new Error(`no time: ${time}`);
  return (Date.parse(`${whole}Z`) / 1000) * SECOND + Number(fraction);
}

/** `i4x://MITx/6.00x/problem/L15:P` as html ids hold it. */
export const htmlIdOf = (location: string): string =>
  location
    .replace('://', '/')
    .replace(/\//g, '-')
    .replace(/[^\w-]/g, '_');

/** The html id of the problem that an answer id belongs to. */
export const problemOfAnswer = (id: string): string => id.replace(/_\d+_\d+$/, '');

function answersOf(form: string): Record<string, string | string[]> {
  const answers: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(form)) {
    const [, id, several] = /^input_(.*?)(\[\])?$/.exec(key)!;
    if (several) answers[id!] = [...(answers[id!] ?? []), value];
    else answers[id!] = value;
  }
  return answers;
}

const FORMS = new Set(['problem_check', 'problem_save', 'problem_reset']);

function browserPayload(type: string, event: string): Payload {
  if (FORMS.has(type)) return answersOf(event.startsWith('"') ? JSON.parse(event) : event);
  return event === '' ? null : JSON.parse(event);
}

function tryJson(text: string): Payload {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const requestPayload = (event: string): Payload => tryJson(event) ?? { cut: event };

/** What of a marked check stands before the cut: its map, and the answers where the cut came later. */
function remains(line: string): Payload {
  const between = (from: string, to: string): Payload => {
    const start = line.indexOf(from) + from.length;
    const end = line.indexOf(to, start);
    return line.includes(from) && end >= 0 ? JSON.parse(line.slice(start, end)) : undefined;
  };
  return {
    success: between('"success": ', ', "correct_map"'),
    correct_map: between('"correct_map": ', ', "attempts"'),
    attempts: between(', "attempts": ', ', "answers"'),
    answers: between(', "answers": ', ', "state"'),
  };
}

function cutEntry(line: string): Entry {
  const field = (name: string): string => JSON.parse(new RegExp(`"${name}": ("(?:[^"\\\\]|\\\\.)*")`).exec(line)![1]!);
  const username = field('username');
  return {
    line,
    time: instantOf(field('time')),
    person: username,
    username,
    session: undefined,
    ip: field('ip'),
    agent: undefined,
    page: undefined,
    source: field('event_source') as Entry['source'],
    type: field('event_type'),
    payload: remains(line),
    cut: true,
  };
}

const CUT = 10_000;

/** Reads a line, without or with its newline. */
export function entryOf(text: string): Entry {
  const line = text.replace(/\n$/, '');
  const parsed = tryJson(line);
  if (parsed === undefined && line.length === CUT) return cutEntry(line);
  const { username, session, time, ip, agent, page, event_source: source, event_type: type, event } = parsed;
  const payload =
    source === 'browser' ? browserPayload(type, event) : typeof event === 'string' ? requestPayload(event) : event;
  const person = username === '' ? `${ip} ${agent}` : username;
  return { line, time: instantOf(time), person, username, session, ip, agent, page, source, type, payload, cut: false };
}

/** JSON with keys in order: equal values give equal texts. */
export const canonical = (value: Payload): string =>
  JSON.stringify(value, (_, part: Payload) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
