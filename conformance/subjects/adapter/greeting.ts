import { nestsDeeper } from '../../../src/base/bounded-json.ts';
import { UserError } from '../../../src/base/user-error.ts';
import type { Claims } from '../subject.ts';
import { DEEPEST, noteNoise, shorten, type Noise } from './answer.ts';
import { CannotStart } from './pending-command.ts';
import { AdapterProcess, LONGEST_LINE, type ProcessEvents } from './process.ts';
import { answerIn, claimsOf, hello } from './messages.ts';
import { adapterFolder } from './workspace.ts';

/** Milliseconds for hello: a virtual machine takes its time to start. */
const START = 20_000;
/** Milliseconds in which an adapter whose input has ended may still answer hello. */
const FLUSHED = 2000;

type Answer = Record<string, unknown>;

/** What is likely of an adapter that has not answered hello in time, by what it does once its input has ended. */
function silence(limit: number, answer: Answer | string, { partial }: AdapterProcess, noise: Noise): string {
  const late = `it does not answer hello within ${limit} ms`;
  if (typeof answer === 'object')
    return `${late}, but does when its input ends: it does not flush; let it flush standard output after every answer (in Python: print(..., flush=True))`;
  if (partial.trim() !== '')
    return `${late}: it has begun a line, but not ended it: ${shorten(partial)}; let it write a newline after every answer, and flush`;
  if (noise.count > 0)
    return `${late}: it has printed ${noise.count} lines that are no JSON object, the first: ${noise.first}`;
  return `${late}; it must read a line of standard input without waiting for more, and flush what it answers`;
}

/** The answer to hello in a first line, or what is wrong with that; undefined for a line that is none. */
function answerOrFault(text: string): Answer | string | undefined {
  if (/^\ufeff|\0/.test(text))
    return `its first line ${text.startsWith('\ufeff') ? 'begins with a byte order mark' : 'is no UTF-8, but perhaps UTF-16'}; let it write plain ASCII`;
  if (nestsDeeper(text, DEEPEST)) return `it answers with JSON that nests deeper than ${DEEPEST} levels`;
  return answerIn(text);
}

const claimsIn = (answer: Answer | string): Claims | string => (typeof answer === 'string' ? answer : claimsOf(answer));

/**
 * Starts a process of an adapter and greets it.
 *
 * @param limit milliseconds for its answer
 * @param serve called with the process as soon as it has answered as it should, for who hears it from then on
 * @returns what the parser says of itself
 * @throws CannotStart for what the surroundings do; UserError when it does not answer hello as the protocol says
 */
export async function greet(
  command: readonly string[],
  noise: Noise,
  serve: (process: AdapterProcess) => ProcessEvents,
  limit = START,
): Promise<Claims> {
  let said: (answer: Answer | string) => void = () => undefined;
  const started = new AdapterProcess(
    command,
    {
      line: (text) => {
        const answer = answerOrFault(text);
        if (answer === undefined) noteNoise(noise, text);
        else said(answer);
      },
      tooLong: () => said(`it writes a line of more than ${LONGEST_LINE} bytes`),
      end: (reason) => said(`${reason} before it answers hello`),
    },
    { ...process.env, TMPDIR: adapterFolder() },
  );
  let isSilent = false;
  const answer = await new Promise<Answer | string>((resolve) => {
    let timer = setTimeout(() => {
      isSilent = true;
      // What it has written but kept back comes out when its input ends.
      started.finish();
      timer = setTimeout(resolve, Math.min(limit, FLUSHED), '');
    }, limit);
    said = (answered) => {
      clearTimeout(timer);
      if (!isSilent && typeof claimsIn(answered) === 'object') started.events = serve(started);
      resolve(answered);
    };
    started.send(hello);
  });
  const { broken, stderrTail } = started;
  if (broken) throw new CannotStart(broken.message, { cause: broken });
  const claims = isSilent ? silence(limit, answer, started, noise) : claimsIn(answer);
  if (typeof claims === 'object') return claims;
  started.kill();
  const last = stderrTail ? `; its last words: ${stderrTail.split('\n').slice(-3).join(' | ')}` : '';
  throw new UserError(`the adapter "${command.join(' ')}" fails hello: ${claims}${last}`);
}
