import { archiveServer, logOfFile } from '../../src/archive/file-names.ts';
import { basename, resolve } from 'node:path';
import { splitPath, type LogFile } from '../../src/archive/log-file.ts';
import { BOUNDS } from '../../src/base/bounds.ts';
import { isBucketAddress } from '../../src/store/address.ts';
import { UserError } from '../../src/base/user-error.ts';
import type { LogFinding, LogWatch } from '../../src/validation/validate-logs.ts';
import { AgreementCount, type LabelReport } from './agreement.ts';
import { checkCount, FileLabelCheck, READABLE } from './check-file-labels.ts';
import type { LabelFile } from './label-file.ts';
import type { Label } from './label.ts';

/** Options for comparing labels with findings. */
export interface CheckOptions {
  /** The folder that the labels lie in: where it is one of several runs that are read, they are of that alone. */
  readonly home?: string | undefined;
  /** Disagreements of each kind that are kept, 100 by default; all are counted. */
  readonly kept?: number | undefined;
}

/** Compares findings with labels, file by file, while logs are validated. */
export class LabelCheck implements LogWatch {
  readonly #labels: LabelFile;
  readonly #agreement: AgreementCount;
  #home: string | undefined;
  /** Whether the labels are of what is being read. */
  #applies = true;
  #file = new FileLabelCheck('', [], READABLE);
  /** The daily files that were read, and the servers they are of. */
  readonly #read = new Set<string>();
  readonly #servers = new Set<string>();
  /** Findings about files as such, and those in files whose packing is broken. */
  readonly #ofFiles: LogFinding[] = [];

  constructor(labels: LabelFile, { home, kept = 100 }: CheckOptions = {}) {
    this.#labels = labels;
    this.#agreement = new AgreementCount(labels.counts, kept);
    this.#home = home;
    const { most } = BOUNDS.fileFaults;
    if (labels.special.length > most)
      throw new UserError(`${labels.special.length} labels are of whole archives, and at most ${most} can be compared`);
  }

  runs(runs: readonly string[]): void {
    if (!runs.some((run) => this.#isHome(run))) this.#home = undefined;
  }

  run(run: string): void {
    this.#startFile(new FileLabelCheck('', [], READABLE));
    this.#applies = this.#home === undefined || this.#isHome(run);
  }

  file(file: LogFile): void {
    this.#startFile(this.#applies ? this.#checkOf(file) : new FileLabelCheck(file.path, [], READABLE));
  }

  line(number: number, offset: number): void {
    this.#file.line(number, offset);
  }

  found(finding: LogFinding): void {
    if (!this.#applies) return this.#agreement.unlabelled(finding);
    if (finding.line !== null && !this.#file.readability.covered) return this.#file.found(finding);
    // An archive may be too damaged for any of its files to be read.
    const server = archiveServer(splitPath(finding.file)[0]);
    if (server !== undefined) this.#servers.add(server);
    checkCount(this.#ofFiles.length, finding);
    this.#ofFiles.push(finding);
  }

  /** Ends the check. */
  report(): LabelReport {
    this.#file.finish(this.#agreement);
    this.#checkUnread();
    this.#checkArchives();
    return this.#agreement.report();
  }

  #isHome(run: string): boolean {
    return this.#home !== undefined && isSameFolder(run, this.#home);
  }

  #startFile(file: FileLabelCheck): void {
    this.#file.finish(this.#agreement);
    this.#file = file;
  }

  #checkOf({ path, server: known }: LogFile): FileLabelCheck {
    const name = basename(path);
    const server = archiveServer(splitPath(path)[0]) ?? known ?? logOfFile(name) ?? '';
    const labels = this.#read.has(`${server}/${name}`) ? [] : this.#labels.of(server, name);
    this.#read.add(`${server}/${name}`);
    this.#servers.add(server);
    return new FileLabelCheck(path, labels, {
      covered: this.#labels.special.some((label) => label.server === server && breaksReading(label, name)),
      coveredBefore: this.#file.readability.covered,
      cut: this.#isCut(server),
    });
  }

  /** Counts the labels of daily files that were not read at all: hidden where their archive is broken, else missed. */
  #checkUnread(): void {
    for (const { server, file } of this.#labels.files()) {
      if (this.#read.has(`${server}/${file}`)) continue;
      for (const label of this.#labels.of(server, file)) {
        if (this.#servers.has(server) && this.#isCut(server)) this.#agreement.hide(label);
        else this.#agreement.miss(label, `${server}/${file}`);
      }
    }
  }

  /** Whether an archive as a whole is broken, so that what comes late in it cannot be read. */
  #isCut(server: string): boolean {
    return this.#labels.special.some(({ was, file, server: broken }) => was && file === null && broken === server);
  }

  /** Counts archive faults, which show at their member, or at the archive. */
  #checkArchives(): void {
    const left = new Set(this.#ofFiles);
    for (const label of this.#labels.special.filter(({ was }) => was)) {
      const shown = this.#ofFiles.filter((finding) => isAt(finding, label));
      for (const finding of shown) left.delete(finding);
      if (this.#servers.has(label.server)) this.#agreement.compare(label, shown, label.file ?? label.server);
      else this.#agreement.miss(label, label.file ?? label.server);
    }
    for (const finding of left) this.#agreement.unlabelled(finding);
  }
}

/**
 * Whether an archive fault keeps the text of a daily file from being read as it is: the file’s other labels cannot be found
 * then, and what is found there is no wonder.
 */
function breaksReading({ was, verdict, file }: Label, name: string): boolean {
  if (!was || verdict === 'accept' || file === null) return false;
  const parts = file.split('/');
  return parts.length <= 2 && parts.at(-1) === name;
}

const isSameFolder = (a: string, b: string): boolean =>
  isBucketAddress(a) ? a.replace(/\/$/, '') === b.replace(/\/$/, '') : resolve(a) === resolve(b);

/** Whether a finding is about the member, or the archive, that a label names. */
function isAt({ file, line }: LogFinding, label: Label): boolean {
  const [archive, member] = splitPath(file);
  const server = archiveServer(archive);
  if (label.file === null) return server === label.server && member === undefined && line === null;
  const path = member ?? file;
  if (server !== undefined && server !== label.server) return false;
  return (
    path === label.file ||
    path === `${label.server}/${label.file}` ||
    (server === undefined && file.endsWith(`/${label.server}/${label.file}`))
  );
}
