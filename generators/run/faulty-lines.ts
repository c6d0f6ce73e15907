import type { LogWriter, WrittenArchive } from '../../src/archive/write-server.ts';
import { EARLY_DIALECTS } from '../../src/spec/index.ts';
import { optionError, option } from '../../src/base/user-error.ts';
import { RUN_DEFAULTS } from './defaults.ts';
import { resolveFaultPlan } from './resolve-run.ts';
import type { GenerateOptions } from './options.ts';
import { RateSelection } from '../faults/selection.ts';
import { FaultyLog } from '../faults/faulty-log.ts';
import { drawnFrom } from '../faults/index.ts';

/** Server's name in the addresses of random streams, for lines of all servers merged into one log. */
const ALL_SERVERS = 'stdout';

/** Log writer that collects its lines in memory. */
class Collected implements LogWriter {
  #text = '';

  nextFile(): void {}

  line(text: string): void {
    this.#text += text;
  }

  close(): WrittenArchive {
    return { bytes: 0, sha256: '', files: [] };
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/**
 * Breaks a share of the lines of a log that is no file, and so has no labels.
 *
 * @param lines clean, each with its newline
 * @returns binary strings, one character a byte
 * @throws UserError when the rate is missing or an operator is to act a number of times: that needs a run in files
 */
export async function* faultyLines(lines: AsyncIterable<string>, options: GenerateOptions): AsyncIterable<string> {
  const { seed = RUN_DEFAULTS.seed, dialect = EARLY_DIALECTS[0] } = options;
  const { rate, drawn, counts } = await resolveFaultPlan(options, dialect);
  if (counts.length > 0) {
    throw optionError`${option('stdout')} breaks a share of the lines only; give ${option('faults')} RATE and line operators without a count, not ${option('fault')} ${counts[0]![0]}`;
  }
  if (rate === 0) return yield* lines;
  const log = new Collected();
  const choice = new RateSelection(seed, ALL_SERVERS, rate, drawnFrom(drawn, dialect));
  const faulty = new FaultyLog(ALL_SERVERS, { dialect }, choice, { write: () => {}, close: () => {} }, log);
  for await (const line of lines) {
    faulty.line(line, 0);
    yield log.take();
  }
  faulty.close();
  yield log.take();
}
