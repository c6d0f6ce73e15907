/** Encryption by the gpg that is installed, as edX's data packages are: OpenPGP, for the key of an organisation. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { option, optionError } from '../base/user-error.ts';
import type { Draft } from '../store/store.ts';

/** Ends the name of a file that is encrypted. */
export const GPG = '.gpg';

/** Whoever names a key trusts it. What comes is compressed already. */
const argumentsFor = (recipient: string): string[] => [
  '--batch',
  '--no-tty',
  '--quiet',
  '--trust-model=always',
  '--compress-algo=none',
  `--recipient=${recipient}`,
  '--encrypt',
];

type Gpg = ChildProcessByStdio<Writable, Readable, Readable>;

const start = (recipient: string): Gpg => spawn('gpg', argumentsFor(recipient), { stdio: ['pipe', 'pipe', 'pipe'] });

/** Characters of what gpg says that are told. */
const TOLD = 300;

/** Waits until gpg has ended well. */
async function end(gpg: Gpg, recipient: string): Promise<void> {
  let said = '';
  gpg.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, TOLD)));
  // It may end before it has read everything.
  gpg.stdin.on('error', () => {});
  try {
    const [status] = (await once(gpg, 'close')) as [number | null];
    if (status === 0) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw optionError`${option('gpgRecipient')} needs gpg, which is not there; install GnuPG, or leave it out`;
    throw error;
  }
  throw optionError`${option('gpgRecipient')} ${JSON.stringify(recipient)}: gpg cannot encrypt for that key (${said.trim().split('\n').at(-1)!}); gpg --list-keys shows those that it has, gpg --import FILE adds one`;
}

/**
 * Looks whether files can be encrypted, by encrypting nothing.
 *
 * @throws UserError when there is no gpg, or no such key
 */
export async function checkRecipient(recipient: string): Promise<void> {
  const gpg = start(recipient);
  gpg.stdout.resume();
  const ended = end(gpg, recipient);
  gpg.stdin.end();
  await ended;
}

/** Passes a file through gpg to the draft that takes it encrypted. */
export class GpgDraft implements Draft {
  readonly #to: Draft;
  readonly #gpg: Gpg;
  readonly #ended: Promise<void>;

  constructor(to: Draft, recipient: string) {
    this.#to = to;
    this.#gpg = start(recipient);
    this.#gpg.stdout.on('data', (bytes: Buffer) => to.write(bytes));
    this.#ended = end(this.#gpg, recipient);
    // Whoever gives up before does not wait for it.
    this.#ended.catch(() => {});
  }

  write(bytes: Uint8Array): void {
    this.#gpg.stdin.write(Buffer.from(bytes));
  }

  close(): void {
    this.#gpg.stdin.end();
  }

  async ready(): Promise<void> {
    if (this.#gpg.stdin.writableNeedDrain) await Promise.race([once(this.#gpg.stdin, 'drain'), this.#ended]);
    await this.#to.ready();
  }

  async done(): Promise<void> {
    await this.#ended;
    this.#to.close();
    await this.#to.done();
  }
}
