/** A real store that speaks S3: OpenStack Swift, from Debian's packages, on loopback, with its data in a temporary folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a request is signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A running Swift. Its proxy is what clients talk to; the servers behind it stay when it is paused or killed. */
export interface Swift extends Credentials {
  readonly endpoint: string;
  readonly region: string;
  /** A user of the same account who may do nothing in it. */
  readonly guest: Credentials;
  /** Variables for a command line that speaks S3; with them it reads nothing of the user's. */
  readonly env: Record<string, string>;
  /** Where the servers behind the proxy keep the account's containers and objects: an address without an end, and without a guard. */
  readonly behind: { readonly container: string; readonly object: string };
  /** Stops the proxy where it is: connections stay open, and nobody answers. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Kills the proxy: connections break, and new ones are refused. */
  kill(): Promise<void>;
  /** Starts a killed proxy again, on the same port with the same data. */
  start(): Promise<void>;
  /** Kills everything and removes the folder. */
  stop(): Promise<void>;
}

const PROGRAM = join(import.meta.dirname, 'swift.test.support.py');
const MISSING = `OpenStack Swift does not run, and the tests of stores cannot do without it. On Debian or Ubuntu:
  apt-get install --no-install-recommends python3-swift`;

/** Starts a Swift of one's own in one to two seconds. Rejects with what is missing and the ends of the servers' logs. */
export async function startSwift(python = '/usr/bin/python3'): Promise<Swift> {
  const program = spawn(python, ['-I', PROGRAM]);
  let complaint = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  program.stdin.on('error', () => {}); // It is dead, which the next answer tells.
  const ended = once(program, 'close').catch((error: Error) => (complaint += error.message));
  const answers = createInterface(program.stdout)[Symbol.asyncIterator]();

  async function answer(): Promise<string> {
    const { value, done } = await answers.next();
    if (!done) return value;
    await ended;
    throw new Error(`${MISSING}\n${complaint}`);
  }
  const command = (name: string) => async (): Promise<void> => {
    program.stdin.write(`${name}\n`);
    await answer();
  };

  const ports = JSON.parse(await answer()) as { proxy: number; container: number; object: number };
  const endpoint = `http://127.0.0.1:${ports.proxy}`;
  const behind = (port: number): string => `http://127.0.0.1:${port}/device/0/AUTH_test/`;
  const owner = { accessKeyId: 'test:owner', secretAccessKey: 'owner-secret' };
  const region = 'us-east-1';
  return {
    ...owner,
    endpoint,
    region,
    guest: { accessKeyId: 'test:guest', secretAccessKey: 'guest-secret' },
    env: {
      AWS_ACCESS_KEY_ID: owner.accessKeyId,
      AWS_SECRET_ACCESS_KEY: owner.secretAccessKey,
      AWS_REGION: region,
      // Tests that wait for a store which is away shall not wait for long.
      AWS_MAX_ATTEMPTS: '6',
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
    behind: { container: behind(ports.container), object: behind(ports.object) },
    pause: command('pause'),
    resume: command('resume'),
    kill: command('kill'),
    start: command('start'),
    async stop() {
      program.stdin.end();
      await ended;
    },
  };
}
