import { BOUNDS } from '../../base/bounds.ts';
import { endOfString } from '../../base/bounded-json.ts';
import { tryJson } from '../../line/decode.ts';
import type { Finding } from '../../line/index.ts';

/** What a line tells the rules that hold between lines; empty where it tells nothing, or nothing that is to be trusted. */
export interface LineRead {
  readonly username: string;
  readonly session: string;
  readonly time: string;
  /** Whether a worker wrote it, which may be late. */
  readonly byWorker?: boolean;
}

const TIME = /"time": ?"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?(?:\+00:00)?)"/;
/** What no line has but a worker's, which no request stands behind. */
const BY_WORKER = /"ip": ?""/;
const SESSION = /"session": ?"([0-9a-f]{32})"/;
const NAME = '"username":';
const LONGEST = BOUNDS.userName.most;

/**
 * Who a line is of, however the name is escaped; empty where it tells two, or one that is too long. Newlines at its end and halves of surrogate
 * pairs make nobody another.
 */
function userOf(text: string): string {
  const key = text.indexOf(NAME);
  if (key < 0 || key !== text.lastIndexOf(NAME)) return '';
  const start = key + NAME.length + (text[key + NAME.length] === ' ' ? 1 : 0);
  const end = text[start] === '"' ? endOfString(text, start) : 0;
  if (end - start > LONGEST) return '';
  const name = text.slice(start + 1, end);
  if (!name.includes('\\')) return name;
  return (tryJson(`"${name}"`) as string | undefined)?.replace(/\p{Surrogate}|\n+$/gu, '') ?? '';
}

/**
 * Reads a line that was parsed.
 *
 * @param findings what is wrong with it by itself: what a broken field says is not compared
 * @returns undefined where the line as a whole is wrong
 */
export function readLine(text: string, findings: readonly Finding[]): LineRead | undefined {
  const trusts = (path: string): boolean => findings.every((finding) => finding.path !== path);
  if (!trusts('')) return undefined;
  const session = (trusts('/session') && trusts('/username') && SESSION.exec(text)?.[1]) || '';
  return {
    session,
    username: session && userOf(text),
    time: (trusts('/time') && TIME.exec(text)?.[1]) || '',
    ...(BY_WORKER.test(text) && trusts('/ip') && { byWorker: true }),
  };
}
