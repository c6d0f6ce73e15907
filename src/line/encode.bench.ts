/**
 * Measures the encoder against JSON.stringify, by event type, on the lines of a small simulation. Both write the same
 * lines again and again, and both copy them to a buffer by some hundred, as an archive does: what JavaScript has only
 * linked is no text yet. JSON.stringify gets its time as text.
 */
import { spawnSync } from 'node:child_process';
import { median, spread } from '../../testing/bench/statistics.ts';
import { percent, short, table, whole } from '../../testing/bench/table.ts';
import {
  EARLY_DIALECTS,
  eventTypeId,
  eventTypesOf,
  REQUEST_CUT,
  type Dialect,
  type Encoding,
  type KnownEventType,
} from '../spec/index.ts';
import { lineEncoder } from './encode.ts';
import { EncodedCommonFields } from './encoded-common-fields.ts';
import type { Inputs } from './form.ts';
import { parseLine } from './parse.ts';
import type { LogRecord } from './record.ts';
import { parseInstant } from '../base/time.ts';
import { PROGRAM } from '../../testing/program.ts';

const SAMPLE = 200;
const LINES = 20_000;
const REPETITIONS = 5;
const GATHERED = 32 * 1024;

function simulated(dialect: Dialect): string[] {
  const args = [PROGRAM, '--stdout', '--users', '1000', '--dialect', dialect];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'latin1', maxBuffer: 2 ** 29 });
  if (status !== 0) throw new Error(`edxgen --stdout ended with ${status}`);
  return stdout
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.endsWith('}'));
}

/** A form as an ordinary program encodes it. */
function form(inputs: Inputs): string {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(inputs)) {
    for (const one of typeof value === 'string' ? [value] : value) pairs.append(key, one);
  }
  return pairs.toString();
}

/** What an ordinary program puts in a record's `event`, by the payload's encoding. */
const EVENT: Record<Encoding, (payload: unknown) => unknown> = {
  empty: () => '',
  json: (payload) => JSON.stringify(payload),
  dumped: (payload) => JSON.stringify(payload),
  object: (payload) => payload,
  value: (payload) => payload,
  form: (payload) => form(payload as Inputs),
  'form-text': (payload) => form(payload as Inputs) || '{}',
  'form-literal': (payload) => JSON.stringify(form(payload as Inputs)),
  request: (payload) => (typeof payload === 'string' ? payload : JSON.stringify(payload).slice(0, REQUEST_CUT)),
};

const block = Buffer.allocUnsafe(4 * GATHERED);

/** Microseconds a line. */
function timed(lineOf: (index: number) => string, count: number, encoding: 'latin1' | 'utf8'): number {
  let text = '';
  const begin = performance.now();
  for (let line = 0; line < LINES; line += 1) {
    text += lineOf(line % count);
    if (text.length > GATHERED) {
      block.write(text, 0, encoding);
      text = '';
    }
  }
  return ((performance.now() - begin) / LINES) * 1000;
}

function measure(type: KnownEventType, dialect: Dialect, records: readonly LogRecord[]) {
  const encode = lineEncoder(type, dialect);
  const inputs = records.map((record) => {
    const { time, event, event_type: path } = record;
    return { common: new EncodedCommonFields(record), time: parseInstant(time), payload: event, path };
  });
  const encoded = records.map((record): Record<string, unknown> => ({ ...record }));
  const eventOf = EVENT[type.shape.encoding];
  const ours = (index: number) => {
    const { common, time, payload, path } = inputs[index]!;
    return encode(common, time, payload, path);
  };
  const theirs = (index: number) => {
    const object = encoded[index]!;
    object['event'] = eventOf(inputs[index]!.payload);
    return `${JSON.stringify(object)}\n`;
  };
  const round = () => ({ ours: timed(ours, records.length, 'latin1'), theirs: timed(theirs, records.length, 'utf8') });
  round();
  const rounds = Array.from({ length: REPETITIONS }, round);
  const of = (who: 'ours' | 'theirs') => rounds.map((one) => one[who]);
  return {
    ours: median(of('ours')),
    theirs: median(of('theirs')),
    spread: Math.max(spread(of('ours')), spread(of('theirs'))),
  };
}

function benchDialect(dialect: Dialect): string {
  const records = simulated(dialect).map((line) => parseLine(line, dialect));
  const kinds = eventTypesOf(dialect).map((type) => {
    const all = records.filter(
      ({ event_source, event_type }) =>
        event_source === type.source && (type.names ? event_type.startsWith('/') : event_type === type.name),
    );
    return { type, all };
  });
  const measured = kinds
    .filter(({ all }) => all.length > 0)
    .map(({ type, all }) => ({
      name: eventTypeId(type),
      lines: all.length,
      ...measure(type, dialect, all.slice(0, SAMPLE)),
    }));
  const mean = (who: 'ours' | 'theirs') =>
    measured.reduce((sum, one) => sum + one[who] * one.lines, 0) / measured.reduce((sum, { lines }) => sum + lines, 0);
  const row = (name: string, lines: string, ours: number, theirs: number, apart: string) => [
    name,
    lines,
    short(ours),
    short(theirs),
    short(theirs / ours),
    apart,
  ];
  return table(
    [dialect, 'lines', 'ours, µs', 'JSON.stringify, µs', 'ratio', 'spread'],
    [
      ...measured.map(({ name, lines, ours, theirs, spread: apart }) =>
        row(name, whole(lines), ours, theirs, percent(apart)),
      ),
      row('all, as often as they occur', whole(records.length), mean('ours'), mean('theirs'), ''),
    ],
  );
}

process.stdout.write(`medians of ${REPETITIONS}, ${whole(LINES)} lines each\n\n`);
for (const dialect of EARLY_DIALECTS) process.stdout.write(`${benchDialect(dialect)}\n`);
