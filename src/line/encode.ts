import {
  byDialect,
  eventTypeOf,
  fieldOrder,
  LINE_CUT,
  REQUEST_CUT,
  type Dialect,
  type EventType,
  type FieldName,
  type Shape,
} from '../spec/index.ts';
import { BROWSER, DUMPED, joined, list, map, members, PYTHON, writer, type Part } from './compile.ts';
import { dumps } from './dumps.ts';
import { areOfOneRun, EncodedCommonFields, isCommon, runIndex, type CommonField } from './encoded-common-fields.ts';
import { encodeForm } from './form.ts';
import {
  escapeBrowser,
  escapeDumped,
  escapePython,
  floatPython,
  numberBrowser,
  numberPython,
  quotePython,
} from './quote.ts';
import type { LogRecord } from './record.ts';
import { formatInstant, formatIsoformat, formatOffset } from '../base/time.ts';

/**
 * Writes one line, its newline included, ASCII only.
 *
 * @param common what the lines of one page have in common
 * @param time microseconds since 1970
 * @param payload the decoded payload, of the event type's schema; null where it is empty
 * @param path the event_type, of types that have many; of a request the URL's path
 * @param more fields that come last, as text, each behind a comma; none unless given
 */
export type LineEncoder<Time = number> = (
  common: EncodedCommonFields,
  time: Time,
  payload: unknown,
  path: string,
  more?: string,
) => string;

/** The line's `event`. */
function eventParts({ encoding, payload }: Shape): readonly Part[] {
  switch (encoding) {
    case 'empty':
      return ['""'];
    case 'json':
      return ['"', ...writer(payload, 'payload', BROWSER), '"'];
    case 'dumped':
      return ['"', ...writer(payload, 'payload', DUMPED), '"'];
    case 'object':
    case 'value':
      return writer(payload, 'payload', PYTHON);
    case 'form':
      return ['"', { code: 'encodeForm(payload)' }, '"'];
    case 'form-text':
      return ['"', { code: `(encodeForm(payload) || '{}')` }, '"'];
    case 'form-literal':
      return ['"\\"', { code: 'encodeForm(payload)' }, '\\""'];
    case 'request': {
      const whole = joined(writer(payload, 'payload', PYTHON));
      const text = `typeof payload === 'string' ? payload : (${whole}).slice(0, ${REQUEST_CUT})`;
      return ['"', { code: `escapePython(${text})` }, '"'];
    }
  }
}

/** The value of a field that changes from line to line. */
function fieldParts(type: EventType, shape: Shape, field: Exclude<FieldName, CommonField>): readonly Part[] {
  switch (field) {
    case 'time':
      return ['"', { code: 'formatTime(time)' }, '"'];
    case 'event_source':
      return [quotePython(type.source)];
    case 'name':
      return type.names ? fieldParts(type, shape, 'event_type') : [quotePython(shape.alias ?? type.name)];
    case 'event_type':
      return type.names ? ['"', { code: 'escapePython(path)' }, '"'] : [quotePython(type.name)];
    case 'event':
      return eventParts(shape);
  }
}

const helpers = {
  dumps,
  escapePython,
  escapeBrowser,
  escapeDumped,
  encodeForm,
  list,
  map,
  members,
  numberBrowser,
  numberPython,
  floatPython,
  cutLine: (line: string): string => (line.length > LINE_CUT ? line.slice(0, LINE_CUT) : line),
};

/** All of a line, in a dialect's order; common fields that follow each other are one part. */
function lineParts(type: EventType, shape: Shape, fields: readonly FieldName[]): readonly Part[] {
  const parts: Part[] = [];
  let run: CommonField[] = [];
  const separate = (): void => {
    if (parts.length > 0) parts.push(', ');
  };
  const endRun = (): void => {
    if (run.length === 0) return;
    const index = runIndex(run);
    separate();
    parts.push({ code: `(common.runs[${index}] ?? common.joined(${index}))` });
    run = [];
  };
  for (const field of fields)
    if (isCommon(field)) {
      if (run.length > 0 && !areOfOneRun(run.at(-1)!, field)) endRun();
      run.push(field);
    } else {
      endRun();
      separate();
      parts.push(`"${field}": `, ...fieldParts(type, shape, field));
    }
  endRun();
  return ['{', ...parts, { code: 'more' }, '}'];
}

type Format<Time> = (time: Time) => string;

function compile<Time>(type: EventType, dialect: Dialect, formatTime: Format<Time>, cuts: boolean): LineEncoder<Time> {
  const shape = type[dialect];
  if (!shape) throw new Error(`the ${dialect} dialect has no event type ${type.source}/${type.name}`);
  const line = lineParts(type, shape, fieldOrder(dialect, type.source));
  const body = cuts ? `cutLine(${joined(line)}) + '\\n'` : joined([...line, '\n']);
  const scope = { ...helpers, formatTime };
  const make = new Function(...Object.keys(scope), `return (common, time, payload, path, more = '') => ${body};`);
  return make(...Object.values(scope)) as LineEncoder<Time>;
}

function encoders<Time>(
  formats: Record<Dialect, Format<Time>>,
  cuts: boolean,
): (type: EventType, dialect: Dialect) => LineEncoder<Time> {
  const compiled = byDialect(() => new Map<EventType, LineEncoder<Time>>());
  return (type, dialect) => {
    const known = compiled[dialect].get(type);
    if (known) return known;
    const encoder = compile(type, dialect, formats[dialect], cuts && dialect === 'deployed');
    compiled[dialect].set(type, encoder);
    return encoder;
  };
}

/** How each dialect writes a time, microseconds since 1970. */
export const TIME_FORMATS: Record<Dialect, Format<number>> = {
  documented: formatInstant,
  deployed: formatIsoformat,
  current: formatOffset,
};

/**
 * The encoder of an event type in a dialect, compiled once.
 *
 * @throws Error when the dialect does not know the type
 */
export const lineEncoder = encoders<number>(TIME_FORMATS, true);

/** The same, but that no line is cut, whatever its length. */
export const wholeLineEncoder = encoders<number>(TIME_FORMATS, false);

/** The same for a time that is text already: as it stands, whatever its year and precision. */
const textEncoder = encoders<string>(
  byDialect(() => escapePython),
  true,
);

/**
 * Writes a record as a line, without its newline: the inverse of parseLine.
 *
 * @throws Error when the dialect does not know the record's event type
 */
export function encodeLine(record: LogRecord, dialect: Dialect): string {
  const type = eventTypeOf(dialect, record.event_source, record.event_type);
  if (!type) throw new Error(`the ${dialect} dialect has no event type ${record.event_source}/${record.event_type}`);
  const encode = textEncoder(type, dialect);
  return encode(new EncodedCommonFields(record), record.time, record.event, record.event_type).slice(0, -1);
}
