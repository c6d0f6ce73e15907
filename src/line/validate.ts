import { Type } from '../base/type.ts';
import { BOUNDS } from '../base/bounds.ts';
import { grouped } from '../base/format-number.ts';
import {
  byDialect,
  EVENT_SOURCES,
  eventSource,
  eventTypeOf,
  fieldsOf,
  LINE_CONSISTENCY,
  LINE_CUT,
  LINE_DROP,
  partLine,
  request,
  TUTOR_FORM,
  type Dialect,
  type EventSource,
  type EventType,
  type Shape,
  type Violation,
} from '../spec/index.ts';
import { isBeyondBounds, isCutLine, payloadDecoder, tryJson, type Decoded } from './decode.ts';
import { checkOf, show, type Check, type DefaultRules } from './check.ts';

/** A rule that a line breaks: its id, the path in the record (JSON pointer), and what was expected there. */
export type Finding = Violation;

const FIELD_RULES: DefaultRules = { missing: 'field-missing', type: 'field-type', value: 'field-type' };
const PAYLOAD_RULES: DefaultRules = { missing: 'payload-missing', type: 'payload-type', value: 'payload-value' };

/** All that validates and decodes the lines of one event type in one dialect, compiled at first use. */
export interface LineKind {
  readonly fields: Check;
  readonly decode: (event: unknown) => Decoded;
  readonly payload: Check;
  readonly consistency: (payload: unknown) => readonly Violation[];
}

const kinds = byDialect(() => new Map<EventType, LineKind>());

/** The kind of an event type; the dialect must know the type. */
export function lineKind(type: EventType, dialect: Dialect): LineKind {
  const known = kinds[dialect].get(type);
  if (known) return known;
  const shape = type[dialect]!;
  const kind: LineKind = {
    fields: checkOf(Type.Object(fieldsOf(type, shape, dialect)), FIELD_RULES),
    decode: payloadDecoder(shape),
    payload: payloadCheck(shape),
    consistency: (shape.consistency as LineKind['consistency'] | undefined) ?? (() => []),
  };
  kinds[dialect].set(type, kind);
  return kind;
}

/** An empty payload, and one that was cut, hold nothing to check. */
function payloadCheck(shape: Shape): Check {
  const check = checkOf(shape.payload, PAYLOAD_RULES);
  return (value) => (value === null || typeof value === 'string' ? [] : check(value));
}

/** Fields that are not alike in every type's lines; of today's, those of workers have an empty ip. */
const UNLIKE: readonly string[] = ['session', 'page', 'event_source', 'event_type', 'name', 'context'];

/** Checks the fields of a line whose type is not known: those that are alike in every type's lines. */
const sharedFields = byDialect(sharedCheck);

function sharedCheck(dialect: Dialect): Check {
  const fields = fieldsOf(request, (request as EventType)[dialect] ?? request.deployed, dialect);
  const unlike = dialect === 'current' ? [...UNLIKE, 'ip'] : UNLIKE;
  const shared = Object.fromEntries(Object.entries(fields).filter(([name]) => !unlike.includes(name)));
  return checkOf(Type.Object(shared), FIELD_RULES);
}

/** Finds the type of a parsed line, or says why there is none. */
function typeOf(line: Record<string, unknown>, dialect: Dialect): EventType | Finding {
  const { event_source: source, event_type: name } = line;
  if (source === undefined) return { rule: 'field-missing', path: '/event_source', message: 'expected to be present' };
  if (!EVENT_SOURCES.includes(source as EventSource)) {
    const rule = typeof source === 'string' ? 'event-source' : 'field-type';
    return { rule, path: '/event_source', message: `expected ${eventSource.expected}, got ${show(source)}` };
  }
  if (name === undefined) return { rule: 'field-missing', path: '/event_type', message: 'expected to be present' };
  if (typeof name !== 'string')
    return { rule: 'field-type', path: '/event_type', message: `expected a string, got ${show(name)}` };
  const type = eventTypeOf(dialect, source as EventSource, name);
  if (type) return type;
  const message = `expected a ${String(source)} event of the ${dialect} dialect, got ${show(name)}`;
  return { rule: 'event-type', path: '/event_type', message };
}

/**
 * Validates one line, without its newline: which rules it breaks, where and how. Nothing, if it conforms.
 *
 * @param loadable - whether deployed lines stand whole, as runs with --loadable have them: no length is too long then, and none a reason to be cut
 */
export function validateLine(text: string, dialect: Dialect, loadable = false): Finding[] {
  if (dialect === 'current') return validateCurrent(text);
  const cuts = dialect === 'deployed' && !loadable;
  const findings = validateText(text, dialect, cuts);
  if (!cuts || text.length <= LINE_CUT) return findings;
  const message = `expected no more than ${LINE_CUT} characters, got ${text.length}`;
  return [{ rule: 'line-cut', path: '', message }, ...findings];
}

/** A line of today may stand behind a prefix, and is not written at all where it is long. */
function validateCurrent(text: string): Finding[] {
  const { prefix, start } = partLine(text);
  const line = text.slice(start);
  const findings = validateText(line, 'current', false);
  if (line.length > LINE_DROP) {
    const message = `expected no more than ${LINE_DROP} characters, got ${line.length}`;
    findings.unshift({ rule: 'line-dropped', path: '', message });
  }
  if (prefix !== undefined) return findings;
  const message = `expected ${TUTOR_FORM}, got ${show(text.slice(0, start))}`;
  return [{ rule: 'line-prefix', path: '', message }, ...findings];
}

const beyondBounds = (path: string): Finding => ({
  rule: 'line-bounds',
  path,
  message: `expected JSON that is nested at most ${grouped(BOUNDS.depth.most)} deep and holds at most ${grouped(BOUNDS.values.most)} values`,
});

function validateText(text: string, dialect: Dialect, cuts: boolean): Finding[] {
  const line = tryJson(text);
  if (line === undefined) {
    if (cuts && isCutLine(text, dialect)) return [];
    if (isBeyondBounds(text)) return [beyondBounds('')];
    return [{ rule: 'line-json', path: '', message: `expected one JSON object, got ${show(text)}` }];
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return [{ rule: 'line-object', path: '', message: `expected a JSON object, got ${show(line)}` }];
  }
  const type = typeOf(line, dialect);
  if ('rule' in type) return [type, ...sharedFields[dialect](line)];
  const kind = lineKind(type, dialect);
  const findings = kind.fields(line);
  if (line['event'] === undefined) {
    return [...findings, { rule: 'field-missing', path: '/event', message: 'expected to be present' }];
  }
  const decoded = kind.decode(line['event']);
  if ('rule' in decoded) {
    if (typeof line['event'] === 'string' && isBeyondBounds(line['event']))
      return [...findings, beyondBounds('/event')];
    const message = `expected ${decoded.expected}, got ${show(line['event'])}`;
    return [...findings, { rule: decoded.rule, path: '/event', message }];
  }
  const within = kind.payload(decoded.value);
  const violations = within.length === 0 ? kind.consistency(decoded.value) : within;
  if (violations.length > 0)
    return [...findings, ...violations.map((violation) => ({ ...violation, path: `/event${violation.path}` }))];
  const between = findings.length === 0 ? LINE_CONSISTENCY[dialect]?.(line, type[dialect]!, decoded.value) : undefined;
  return between === undefined || between.length === 0 ? findings : between;
}
