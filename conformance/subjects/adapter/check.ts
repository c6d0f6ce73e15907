/** Whether an adapter keeps the protocol, whatever its parser reads. */
import { linesOf } from '../lines.ts';
import { isAdapterFailure, type Reply } from '../subject.ts';
import type { ParseCommand } from '../trial.ts';
import { AdapterSubject, type AdapterOptions } from './adapter-subject.ts';

/** One thing that was looked at. */
export interface AdapterCheck {
  /** Duty of an adapter, in a sentence. */
  readonly statement: string;
  /** Fault in how it did it; undefined when there is none. */
  readonly fault: string | undefined;
}

const LINE =
  '{"username": "ada", "session": "", "time": "2013-03-04T09:30:00.000125", "ip": "18.9.22.69", "agent": "caf\\u00e9", "page": "https://www.edx.org/", "event_source": "browser", "event_type": "page_close", "event": ""}\n';

const parse = (text: string, want: ParseCommand['want'] = 'records', pieces = 1): Omit<ParseCommand, 'dialect'> => {
  const bytes = Buffer.from(text);
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  return {
    cmd: 'parse',
    want,
    chunks: Array.from({ length: pieces }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
  };
};

function countFault(reply: Reply, command: Pick<ParseCommand, 'chunks'>): string | undefined {
  if (isAdapterFailure(reply)) return `${reply.reason}${reply.words ? ` (${reply.words})` : ''}`;
  const lines = linesOf(command.chunks).length;
  if (reply.kind === 'lines')
    return reply.lines.length === lines ? undefined : `it gives ${reply.lines.length} answers to ${lines} lines`;
  return reply.kind === 'records' ? undefined : `it answers to a log with ${reply.kind}`;
}

/**
 * Tries an adapter's side of the protocol: hello, shapes of answers, flushing, order, exit.
 *
 * @throws UserError when it fails hello
 */
export async function checkAdapter(command: readonly string[], options: AdapterOptions): Promise<AdapterCheck[]> {
  const subject = await AdapterSubject.start(command, options);
  const { claims } = subject;
  const [dialect] = claims.dialects;
  const checks: AdapterCheck[] = [{ statement: 'It answers hello with what it is.', fault: undefined }];
  const ask = async (
    statement: string,
    asked: Omit<ParseCommand, 'dialect'>,
    more: (reply: Reply) => string | undefined = () => undefined,
  ) => {
    const reply = await subject.ask({ ...asked, dialect: dialect! });
    checks.push({ statement, fault: countFault(reply, asked) ?? more(reply) });
  };
  await ask('It answers to no bytes with no lines.', parse(''));
  await ask('It answers to one line with one line, and flushes its answer.', parse(LINE), (reply) =>
    recordFault(reply, claims.depth),
  );
  await ask('It takes a log in pieces.', parse(LINE.repeat(3), 'records', 7));
  await ask('It answers to verdicts.', parse(`${LINE}not JSON\n`, 'verdicts'));
  await ask('It gives a line that is no record its own answer.', parse(`${LINE}not JSON\n${LINE}`), badFault);
  const several = await Promise.all(
    Array.from({ length: 8 }, (_, i) => subject.ask({ ...parse(LINE.repeat(i)), dialect: dialect! })),
  );
  const order = several
    .map((reply, i) => countFault(reply, parse(LINE.repeat(i))))
    .find((fault) => fault !== undefined);
  checks.push({ statement: 'It answers several commands in their order.', fault: order });
  const { noise } = subject;
  checks.push({
    statement: 'It prints nothing but answers.',
    fault: noise.count > 0 ? `${noise.count} lines were no answers; the first: ${noise.first}` : undefined,
  });
  checks.push({ statement: 'It exits with 0 after bye.', fault: await subject.close() });
  return checks;
}

function recordFault(reply: Reply, depth: string): string | undefined {
  const line = reply.kind === 'lines' ? reply.lines[0] : undefined;
  if (!line) return undefined;
  if (!line.ok) return `it refuses a line that conforms: ${line.error ?? 'it does not say why'}`;
  return depth === 'lines' || (typeof line.record === 'object' && line.record !== null)
    ? undefined
    : `it claims to read ${depth}, but gives no record`;
}

const badFault = (reply: Reply): string | undefined =>
  reply.kind === 'lines' && reply.lines[1]?.ok ? 'it accepts a line that is no JSON' : undefined;
