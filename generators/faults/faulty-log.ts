import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import { oneByte } from '../../src/base/one-byte.ts';
import { LINE_CUT, type Dialect } from '../../src/spec/index.ts';
import type { FaultSelection } from './selection.ts';
import { ValidLine } from './valid-line.ts';
import { breakLine, type LineContext, type LineFault } from './fault.ts';
import { labelOf, type Label } from './label.ts';

/** Sink of labels, which come in the order of the lines. */
export interface LabelSink {
  write(label: Label): void;
  close(): void;
}

/** Properties of a log that its faults depend on. */
export interface LogProperties {
  readonly dialect: Dialect;
}

/** How many of the lines before are remembered, for faults that need them. A power of two. */
const REMEMBERED = 64;

/** Number of newlines in a text. */
export function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * Breaks some of the lines that pass through it to a server's archive, and labels each. It decorates the clean stream:
 * what the clean lines are does not depend on it.
 */
export class FaultyLog implements LogWriter {
  readonly #server: string;
  readonly #properties: LogProperties;
  readonly #selection: FaultSelection;
  readonly #labels: LabelSink;
  readonly #log: LogWriter;
  /** Lines to pass before one is to be broken. Below zero while no line could be: those faults are still owed. */
  #wait: number;
  /** The first line of a pair, until the second comes. */
  #held: { readonly fault: LineFault; readonly text: string; readonly time: number } | undefined;
  /** The lines that passed last, as a ring. */
  readonly #passed: string[] = Array.from({ length: REMEMBERED }, () => '');
  #passedInAll = 0;
  #passedInFile = 0;
  #file = '';
  /** Where the next byte will stand. */
  #line = 1;
  #offset = 0;
  /** The clean lines of the file so far. */
  #number = 0;

  /** @param log takes the lines, broken or not */
  constructor(server: string, properties: LogProperties, selection: FaultSelection, labels: LabelSink, log: LogWriter) {
    this.#server = server;
    this.#properties = properties;
    this.#selection = selection;
    this.#labels = labels;
    this.#log = log;
    this.#wait = selection.gap();
  }

  nextFile(name: string, mtime: number): void {
    this.#release();
    this.#log.nextFile(name, mtime);
    this.#file = name;
    this.#line = 1;
    this.#offset = 0;
    this.#number = 0;
    this.#passedInFile = 0;
  }

  line(text: string, time: number): void {
    this.#number += 1;
    this.#wait -= 1;
    if (this.#wait >= 0 && this.#held === undefined) this.#pass(text, time);
    else this.#consider(text, time);
  }

  close(): WrittenArchive {
    this.#release();
    const archive = this.#log.close();
    this.#labels.close();
    return archive;
  }

  #pass(text: string, time: number): void {
    // Lines that are farther from the next fault than any operator looks back need not be remembered.
    if (this.#wait < REMEMBERED) {
      this.#passed[this.#passedInAll & (REMEMBERED - 1)] = text;
      this.#passedInAll += 1;
    }
    this.#passedInFile += 1;
    this.#line += 1;
    this.#offset += text.length;
    this.#log.line(text, time);
  }

  /** Writes the line that is held as it is: its pair will not come, or cannot be broken with it. */
  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#pass(held.text, held.time);
  }

  #consider(text: string, time: number): void {
    const line = this.#cleanLine(text);
    // What an incident has cut off, or calls otherwise, is broken already.
    if (!text.endsWith('\n') || !line.isKnown) {
      this.#release();
      return this.#pass(text, time);
    }
    if (this.#held) {
      if (this.#breakPair(line, time)) return;
      this.#release();
    }
    for (const fault of this.#selection.operators(this.#file, this.#number)) {
      if (fault.takes === 'pair') {
        this.#held = { fault, text, time };
        return;
      }
      const broken = this.#try(fault, line, this.#number, undefined);
      if (broken !== undefined) return this.#write(fault, line, broken, time);
    }
    this.#pass(text, time);
  }

  #breakPair(next: ValidLine, time: number): boolean {
    const { fault, text } = this.#held!;
    const line = this.#cleanLine(text);
    const broken = this.#try(fault, line, this.#number - 1, next);
    if (broken === undefined) return false;
    this.#held = undefined;
    this.#replace(fault, broken, `${line.whole}\n${next.whole}`, time);
    return true;
  }

  #try(fault: LineFault, line: ValidLine, number: number, next: ValidLine | undefined): string | undefined {
    const broken = breakLine(fault, line, this.#selection.random(fault, this.#file, number), this.#context(next));
    if (broken === undefined || this.#passesForCut(fault, broken)) return undefined;
    if (this.#selection.confirms && !this.#selection.confirms(fault, this.#file, number)) return undefined;
    this.#wait += this.#selection.gap() + 1;
    return broken;
  }

  /** A deployed text of just this length would pass for a line that the platform has cut. */
  #passesForCut({ verdict }: LineFault, broken: string): boolean {
    return verdict === 'reject' && this.#properties.dialect === 'deployed' && broken.length === LINE_CUT;
  }

  #write(fault: LineFault, line: ValidLine, broken: string, time: number): void {
    const text = `${line.whole}\n`;
    if (fault.adds === 'after') this.#pass(text, time);
    if (fault.adds) this.#add(fault, `${broken}\n`, time);
    else this.#replace(fault, broken, line.whole, time);
    if (fault.adds === 'before') this.#pass(text, time);
  }

  #replace(fault: LineFault, broken: string, clean: string, time: number): void {
    this.#label(fault, broken.length, clean);
    this.#put(`${broken}\n`, time);
  }

  #add(fault: LineFault, text: string, time: number): void {
    this.#label(fault, text.length, '');
    this.#put(text, time);
  }

  #put(broken: string, time: number): void {
    const text = oneByte(broken);
    const lines = newlines(text);
    this.#log.line(text, time, lines);
    this.#line += lines;
    this.#offset += text.length;
  }

  #label(fault: LineFault, length: number, clean: string): void {
    const position = { server: this.#server, file: this.#file, line: this.#line, offset: this.#offset, length };
    this.#labels.write({ ...position, ...labelOf(fault), clean });
  }

  #cleanLine(text: string): ValidLine {
    return new ValidLine(text.slice(0, -1), this.#properties.dialect);
  }

  #context(next: ValidLine | undefined): LineContext {
    const passed = this.#passed;
    const inAll = this.#passedInAll;
    return {
      number: this.#line,
      next,
      inFile: Math.min(this.#passedInFile, REMEMBERED),
      *before() {
        for (let back = 1; back <= Math.min(inAll, REMEMBERED); back += 1) {
          const text = passed[(inAll - back) & (REMEMBERED - 1)]!;
          yield text.endsWith('\n') ? text.slice(0, -1) : text;
        }
      },
    };
  }
}
