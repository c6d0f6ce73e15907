/** A PostgreSQL of the tests' own: a cluster in a temporary folder, on a socket there, gone afterwards. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian keeps the servers, one folder a version. */
const SERVERS = '/usr/lib/postgresql';

/** The servers refuse to be root; Debian's package has a user for them. */
const USER = 'postgres';
const isRoot = process.getuid!() === 0;

function asServer(program: string, args: readonly string[]): void {
  const versions = readdirSync(SERVERS).sort((a, b) => Number(a) - Number(b));
  const path = join(SERVERS, versions.at(-1)!, 'bin', program);
  const [command, ...rest] = isRoot ? ['runuser', '-u', USER, '--', path, ...args] : [path, ...args];
  execFileSync(command!, rest, { cwd: '/', stdio: 'ignore' });
}

export class Postgres {
  readonly #folder = mkdtempSync(join(tmpdir(), 'edxgen-pg-'));

  constructor() {
    const id = (flag: string) => Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
    if (isRoot) chownSync(this.#folder, id('-u'), id('-g'));
    chmodSync(this.#folder, 0o755);
    asServer('initdb', ['-D', this.#data, '-A', 'trust', '-U', USER, '--no-sync', '-E', 'UTF8', '--locale', 'C']);
    asServer('pg_ctl', [
      '-D',
      this.#data,
      '-w',
      '-t',
      '300',
      '-l',
      join(this.#folder, 'log'),
      '-o',
      `-c listen_addresses='' -c fsync=off -k ${this.#folder}`,
      'start',
    ]);
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /**
   * Runs a script of psql's in a folder, in a database.
   *
   * @returns the rows of what it selects
   * @throws Error with what psql says, at the first error
   */
  run(script: string, cwd: string, database: string): string[][] {
    const args = [
      '-h',
      this.#folder,
      '-U',
      USER,
      '-d',
      database,
      '-X',
      '-q',
      '-A',
      '-t',
      '-F',
      '\t',
      '-v',
      'ON_ERROR_STOP=1',
      '-f',
      '-',
    ];
    const out = execFileSync('psql', args, { cwd, input: script, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));
  }

  stop(): void {
    asServer('pg_ctl', ['-D', this.#data, '-m', 'immediate', '-w', 'stop']);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
