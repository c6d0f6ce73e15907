import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import type { FileBreaker, FileFault } from './fault.ts';
import { newlines, type LabelSink } from './faulty-log.ts';
import { labelOf } from './label.ts';

/** A file fault that is to act on one daily file of a server, or on two. */
export interface FileTask {
  readonly fault: FileFault;
  readonly breaker: FileBreaker;
  /** The names of its files, in order. */
  readonly files: readonly string[];
}

/** Breaks whole files that pass through it to a server's archive, and labels each. No other fault may act on them. */
export class FileFaultLog implements LogWriter {
  readonly #server: string;
  readonly #tasks: readonly FileTask[];
  readonly #labels: LabelSink;
  readonly #log: LogWriter;
  #task: FileTask | undefined;
  #file = '';
  #number = 0;
  #line = 1;
  #offset = 0;

  constructor(server: string, tasks: readonly FileTask[], labels: LabelSink, log: LogWriter) {
    this.#server = server;
    this.#tasks = tasks;
    this.#labels = labels;
    this.#log = log;
  }

  nextFile(name: string, mtime: number): void {
    this.#finish();
    this.#log.nextFile(name, mtime);
    this.#file = name;
    this.#task = this.#tasks.find(({ files }) => files.includes(this.#file));
    this.#number = 0;
    this.#line = 1;
    this.#offset = 0;
  }

  line(text: string, time: number, lines = 1): void {
    if (!this.#task) return this.#log.line(text, time, lines);
    this.#number += 1;
    const { breaker, files } = this.#task;
    const position = { file: files.indexOf(this.#file), number: this.#number, line: this.#line, offset: this.#offset };
    const broken = breaker.write(text, position);
    if (broken === '') return;
    const written = newlines(broken);
    this.#log.line(broken, time, written);
    this.#line += written;
    this.#offset += broken.length;
  }

  close(): WrittenArchive {
    this.#finish();
    return this.#log.close();
  }

  #finish(): void {
    const task = this.#task;
    this.#task = undefined;
    if (task === undefined || this.#file !== task.files.at(-1)) return;
    const { file, line, offset, length, clean, from } = task.breaker.label();
    const named = (position: { file: number; line: number; offset: number }) => ({
      ...position,
      file: task.files[position.file]!,
    });
    this.#labels.write({
      server: this.#server,
      ...named({ file, line, offset }),
      length,
      ...labelOf(task.fault),
      clean,
      ...(from && { from: named(from) }),
    });
  }
}
