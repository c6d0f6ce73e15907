/**
 * An adapter of level `lines` that misbehaves in one way, which its argument names, whenever a log holds the user "wild".
 * Run as a program.
 */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [mode = 'good', window = '4', children = ''] = process.argv.slice(2);

const say = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

interface Asked {
  readonly cmd: string;
  readonly id: number;
  readonly chunks: readonly string[];
}

const logOf = ({ chunks }: Asked): Buffer => Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'base64')));

/** Starts a child that holds standard output open, and notes its process id. */
const startChild = (): void => appendFileSync(children, `${spawn('sleep', ['60'], { stdio: 'inherit' }).pid}\n`);

/** Every line is answered; that is right for logs of nothing but conforming lines. */
const answerOf = (asked: Asked): { id: number; lines: unknown[] } => ({
  id: asked.id,
  lines: logOf(asked)
    .toString()
    .split('\n')
    .slice(0, -1)
    .map(() => ({ ok: true })),
});

/** Each way to misbehave, once a log holds the user. */
const MODES: Record<string, (answer: ReturnType<typeof answerOf>) => void> = {
  good: say,
  noise: (answer) => {
    process.stdout.write('reading ...\n\n[1, 2]\nnull\n"{}"\n');
    say(answer);
    process.stdout.write('done\n');
  },
  'half-line': (answer) => process.stdout.write(JSON.stringify(answer).slice(0, -1)),
  'two-halves': (answer) => {
    const text = `${JSON.stringify(answer)}\n`;
    process.stdout.write(text.slice(0, 9));
    setTimeout(() => process.stdout.write(text.slice(9)), 5);
  },
  silent: () => undefined,
  late: (answer) => setTimeout(say, 3000, answer),
  twice: (answer) => {
    say(answer);
    say(answer);
  },
  'wrong-id': (answer) => say({ ...answer, id: answer.id + 1000 }),
  'no-id': ({ lines }) => say({ lines }),
  'short-count': ({ id, lines }) => say({ id, lines: lines.slice(1) }),
  'no-lines': ({ id }) => say({ id }),
  'bad-line': ({ id, lines }) => say({ id, lines: lines.map(() => 'ok') }),
  fault: ({ id }) => say({ id, fault: 'out of luck' }),
  'exit-0': () => process.exit(0),
  'exit-1': () => {
    process.stderr.write('Traceback: no luck\n');
    process.exit(1);
  },
  signal: () => process.kill(process.pid, 'SIGKILL'),
  'exit-after': (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0)),
  'exit-with-child': () => {
    startChild();
    process.exit(0);
  },
  'hang-with-child': startChild,
};

const isWild = (asked: Asked): boolean => logOf(asked).includes('"wild"');

let stuck = false;
createInterface({ input: process.stdin }).on('line', (line) => {
  const asked = JSON.parse(line) as Asked;
  if (stuck) return;
  if (asked.cmd === 'hello')
    say({
      protocol: 1,
      parser: 'misbehaving',
      version: mode,
      level: 'lines',
      dialects: ['documented'],
      window: Number(window),
    });
  else if (asked.cmd === 'bye') process.exit(0);
  else if (!isWild(asked)) say(answerOf(asked));
  else {
    stuck = ['half-line', 'silent', 'late', 'hang-with-child'].includes(mode);
    MODES[mode]!(answerOf(asked));
  }
});
