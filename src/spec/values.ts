/** The values that fields are made of, each with the rule that a wrong one breaks. */
import type { Static, TProperties, TSchema } from 'typebox';
import { Type } from '../base/type.ts';
import type { RuleId } from './rules.ts';

/** Annotates a schema with the rule that a value outside it breaks, and with what a finding says was expected. */
export const value = <T extends TSchema>(schema: T, rule: RuleId, expected: string) => ({ ...schema, rule, expected });

/** Text of a pattern. */
export const matching = (pattern: string, rule: RuleId, expected: string) =>
  value(Type.String({ pattern }), rule, expected);

export const text = Type.String({ expected: 'a string' });
export const integer = Type.Integer({ expected: 'an integer' });

const HEX_KEY = '[0-9a-f]{32}';
export const sessionKey = matching(`^(${HEX_KEY})?$`, 'session-key', '32 lowercase hexadecimal digits, or empty');
/** As in a cookie header: now and then a browser sends more than one. */
export const sessionCookie = matching(
  `^(${HEX_KEY}(;${HEX_KEY})*)?$`,
  'session-key',
  '32 lowercase hexadecimal digits, such keys joined by ;, or empty',
);

const LEAP_YEAR = '(\\d\\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)';
export const DAY = `(${LEAP_YEAR}-02-29|\\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])))`;
export const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
export const instant = matching(
  `^${DAY}T${CLOCK}\\.\\d{6}$`,
  'time-format',
  'YYYY-MM-DDThh:mm:ss.xxxxxx, a real instant',
);
/** Python's isoformat leaves the fraction out when it is exactly zero. */
export const isoformatInstant = matching(
  `^${DAY}T${CLOCK}(\\.\\d{6})?$`,
  'time-format',
  'YYYY-MM-DDThh:mm:ss, a real instant, with .xxxxxx unless that is zero',
);
/** Python's isoformat of a time with a zone. */
export const offsetInstant = matching(
  `^${DAY}T${CLOCK}(\\.\\d{6})?\\+00:00$`,
  'time-format',
  'YYYY-MM-DDThh:mm:ss+00:00, a real instant, with .xxxxxx unless that is zero',
);
/** Python's str() of such a time, or of None. */
export const printedInstant = matching(
  `^(${DAY} ${CLOCK}(\\.\\d{6})?\\+00:00|None)$`,
  'time-format',
  'YYYY-MM-DD hh:mm:ss+00:00, a real instant, with .xxxxxx unless that is zero, or None',
);

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = `${OCTET}(\\.${OCTET}){3}`;
const GROUP = '[0-9A-Fa-f]{1,4}';
/** RFC 4291, section 2.2: eight groups, or fewer around one `::`; either with an IPv4 address in place of the last two. */
const IPV6 = [
  `(${GROUP}:){7}${GROUP}`,
  ...[1, 2, 3, 4, 5, 6].map((before) => `(${GROUP}:){${before}}(:${GROUP}){1,${7 - before}}`),
  `(${GROUP}:){1,7}:`,
  `:((:${GROUP}){1,7}|:)`,
  `(${GROUP}:){6}${IPV4}`,
  `:(:${GROUP}){0,5}:${IPV4}`,
  ...[1, 2, 3, 4, 5].map((before) => `(${GROUP}:){${before}}(:${GROUP}){0,${5 - before}}:${IPV4}`),
].join('|');
export const IP = `(${IPV4}|${IPV6})`;
export const ipAddress = matching(`^${IP}$`, 'ip-address', 'an IPv4 or IPv6 address');
/** What a worker's line has in place of what only a request has. */
export const nothing = value(Type.Literal(''), 'worker-fields', 'empty');

export const absoluteUrl = matching('^https?://[^\\s/]+(/[^\\s]*)?$', 'page-url', 'an absolute URL');
/** window.location.href: old Internet Explorers leave blanks in its hash. */
export const pageHref = matching('^https?://[^\\s/]+(/[^\\s#]*(#[^\\t-\\r]*)?)?$', 'page-url', 'an absolute URL');

/** What a server event has for a page, where that is a word: the part of the platform that wrote it. */
export const pageWord = <const W extends string>(word: W) => value(Type.Literal(word), 'page-url', `the word ${word}`);
export const xModule = pageWord('x_module');
export const noPage = value(Type.Null(), 'page-url', 'null');

const LOCATION_PART = '[^\\s/?#]+';
export const location = matching(
  `^i4x:/(/${LOCATION_PART}){4}$`,
  'location',
  'a location: i4x://org/course/category/name',
);
export const videoId = matching('^i4x-[A-Za-z0-9_-]+$', 'video-id', 'a location with - for / and _ for other marks');
export const YOUTUBE_ID = '[A-Za-z0-9_-]{11}';
export const youtubeCode = matching(`^${YOUTUBE_ID}$`, 'video-code', 'a YouTube id of 11 characters');
/** As its author spelled it in the list of codes, blanks and all. */
export const authoredCode = matching(`^ *${YOUTUBE_ID}$`, 'video-code', 'a YouTube id of 11 characters, after blanks');
export const videoSeconds = value(Type.Number({ minimum: 0 }), 'video-time', 'seconds into the video, at least 0');
/** A position as JavaScript's toFixed(3) gives it, which a player tells after a change of speed while it is paused. */
export const POSITION_TEXT = '^(0|[1-9]\\d*)\\.\\d{3}$';
export const playerSeconds = value(
  Type.Union([videoSeconds, Type.String({ pattern: POSITION_TEXT })]),
  'video-time',
  'seconds into the video, at least 0, or such with three decimals as text',
);
export const SPEEDS = ['0.75', '1.0', '1.25', '1.50'] as const;
/** Those that today's player offers. */
export const CURRENT_SPEEDS = [...SPEEDS, '2.0'] as const;
export const videoSpeed = value(Type.Enum(SPEEDS), 'video-speed', `one of ${SPEEDS.map((s) => `"${s}"`).join(', ')}`);
/** The usual ones, or whatever an author has listed videos for. */
export const authoredSpeed = value(
  Type.Union([Type.Enum(SPEEDS), Type.String({ pattern: '^(0|[1-9]\\d*)(\\.\\d+)?$' })]),
  'video-speed',
  'a decimal number as text, such as "0.50" or "2.0"',
);

export const position = value(Type.Integer({ minimum: 1 }), 'position', 'an element’s number, from 1');
export const pageNumber = value(Type.Integer({ minimum: 0 }), 'position', 'a page number');
export const index = value(Type.Integer({ minimum: 0 }), 'position', 'a number, from 0');

/** An integer that the deployed scripts read back from the page, so that it may be text. */
export const numeric = <T extends TSchema>(of: T) =>
  value(Type.Union([of, numericText]), 'position', 'an integer, or its digits as text');
export const numericText = matching('^(0|[1-9][0-9]*)$', 'position', 'digits as text');

export const success = value(Type.Enum(['correct', 'incorrect'] as const), 'success', '"correct" or "incorrect"');
export const attempts = value(Type.Integer({ minimum: 1 }), 'attempts', 'an integer from 1');

/** What names an input of a problem. Whatever its author has called it, no control character comes from there. */
const answerId = matching(
  '^[^\\u0000-\\u001f\\u007f-\\u009f]*$',
  'answer-id',
  'an answer id without control characters',
);

/** An object whose keys are answer ids, all values of one kind. */
export const mapOf = <T extends TSchema>(values: T, options: { encoded?: true; description?: string } = {}) =>
  Type.Unsafe<Record<string, Static<T>>>({
    type: 'object',
    propertyNames: answerId,
    additionalProperties: values,
    ...options,
  });

/** What stands in a log for a password [track/middleware.py]. */
export const MASK = '********';
const masked = { ...Type.Literal(MASK), description: 'a password, which is not logged' };

/** The parameters whose values are masked. */
export const PASSWORDS = ['password', 'newpassword', 'new_password', 'oldpassword', 'old_password'] as const;

/** A request's parameters: lists of values, but for passwords. */
export const parameters = Type.Unsafe<Record<string, string[] | typeof MASK>>({
  type: 'object',
  properties: Object.fromEntries(PASSWORDS.map((name) => [name, masked])),
  additionalProperties: Type.Array(text),
});

/** The page's "string/json": an object, or a string that encodes it. Records hold the object. */
export const encoded = <P extends TProperties>(properties: P, description: string) =>
  Type.Object(properties, { encoded: true as const, description });

/** Parts of an entry of correct_map, of dialects that know them alike [capa/correctmap.py]. */
export const html = { ...text, description: 'text for the learner, may hold HTML' };
export const points = {
  ...Type.Union([Type.Number({ expected: 'a number' }), Type.Null()]),
  description: 'points given, or null',
};
export const hintmode = value(
  Type.Union([Type.Null(), Type.Enum(['on_request', 'always'] as const)]),
  'hintmode',
  'null, "on_request" or "always"',
);
export const queueTime = value(Type.String({ pattern: '^\\d{14}$' }), 'queue-state', 'YYYYmmddHHMMSS');
