import type { Source } from './source.ts';

/** Rule of the format: its sentence, and its source in docs/format.md. */
export interface Rule {
  /** The sentence that a conforming log satisfies. */
  readonly statement: string;
  /** What it says besides of `current`. */
  readonly current?: string;
  /** The heading that it follows from. */
  readonly source: Source;
}

/**
 * Every rule a log can break, by id. Ids are stable: fault labels and findings name them.
 * Each value constraint in the schemas of this folder carries one of these ids as `rule`.
 */
export const RULES = {
  'line-length': { statement: 'A line is no longer than the limit the reader was given.', source: 'format: A line' },
  'line-bounds': {
    statement: 'A line is nested at most 30,000 deep, and holds at most 1,000,000 values.',
    source: 'format: A line',
  },
  'line-utf8': { statement: 'A line is valid UTF-8.', source: 'format: A line' },
  'line-json': { statement: 'A line is one JSON text.', source: 'format: A line' },
  'line-cut': { statement: 'A deployed line is cut after 10,000 characters.', source: 'format: A line, deployed' },
  'line-dropped': {
    statement: 'A current line has at most 50,000 characters: longer ones are not written.',
    source: 'format: A line, current',
  },
  'line-prefix': {
    statement: 'Before a current line stands nothing, or Tutor’s prefix, whole and once.',
    source: 'format: A line, current',
  },
  'line-object': { statement: 'A line is a JSON object.', source: 'format: A line' },

  'field-missing': {
    statement: 'Every common field is present; only session may be undefined.',
    source: 'format: Common fields',
  },
  'field-type': { statement: 'A common field has the type that the format gives it.', source: 'format: Common fields' },
  'event-name': {
    statement: 'In current logs a line’s name is its event_type, or what that is an older word for.',
    source: 'format: Two names',
  },
  'context-keys': {
    statement: 'A current line’s context has the keys of its kind of line, all of them and no others of these.',
    source: 'format: Context',
  },
  'context-path': {
    statement: 'A context’s path is the request’s: /event for what the browser sends, a request’s own for a request.',
    source: 'format: Context',
  },
  'context-course': {
    statement: 'A context’s course_id and org_id are those of its path where that names a course, and of each other.',
    source: 'format: Context',
  },
  'user-id': {
    statement: 'A user_id is a number: in a context also null, or empty; in grades the number as text.',
    source: 'format: Context',
  },
  'worker-fields': {
    statement: 'A current line that a worker wrote tells nothing of a request: all that would is empty.',
    source: 'format: Workers',
  },
  'session-key': {
    statement:
      'A session is 32 lowercase hexadecimal digits, or empty; in deployed logs several such keys may be joined by ;.',
    source: 'format: Common fields',
  },
  'session-server': {
    statement: 'In deployed logs a server event carries no session.',
    source: 'format: Common fields, deployed',
  },
  'time-format': {
    statement: 'A time is a real calendar instant, YYYY-MM-DDThh:mm:ss.xxxxxx.',
    current: 'In current logs +00:00 stands behind it.',
    source: 'format: Common fields',
  },
  'ip-address': { statement: 'An ip is an IP address.', source: 'format: Common fields' },
  'page-url': {
    statement: 'A page is what the event’s kind calls for: an absolute URL, a word such as x_module, or null.',
    source: 'format: Common fields',
  },
  'event-source': { statement: 'An event_source is browser or server.', source: 'format: Event sources' },
  'event-type': { statement: 'An event_type is one of those its source knows.', source: 'format: Event sources' },

  'event-shape': {
    statement: 'An event is a string, or for server events an object.',
    current: 'In current logs a server event’s is no string, but for requests, and problem_graded has a list.',
    source: 'format: Common fields',
  },
  'event-empty': { statement: 'The event of this type is empty.', source: 'format: Browser events' },
  'event-json': { statement: 'The event of this type encodes a JSON object.', source: 'format: Common fields' },
  'event-cut': { statement: 'A request’s event is cut after 512 characters.', source: 'format: Requests' },
  'event-form': {
    statement: 'The event of a problem check is form-encoded: input_ID=value joined by &.',
    source: 'format: Browser events',
  },

  'payload-missing': { statement: 'A payload holds every field of its type.', source: 'format: Event sources' },
  'payload-type': {
    statement: 'A payload’s field has the type that the format gives it.',
    source: 'format: Event sources',
  },
  'payload-value': {
    statement: 'A payload’s field has one of the values that the format lists.',
    source: 'format: Event sources',
  },
  'video-speed': {
    statement: 'A video’s speed is one of those the player offers; in deployed logs any decimal number as text.',
    source: 'format: Browser events',
  },
  'video-time': {
    statement:
      'A position in a video is a number that is not negative; in deployed logs it may be text with three decimals.',
    source: 'format: Browser events',
  },
  'video-id': {
    statement: 'A video’s id is the html form of its location.',
    current: 'In current logs it is the block’s id.',
    source: 'format: Browser events',
  },
  'video-code': {
    statement:
      'A video’s code is a YouTube id: 11 of A-Z a-z 0-9 _ -; in deployed logs it may be html5, and blanks may stand before it.',
    current: 'In current logs it is a YouTube id, html5 or hls.',
    source: 'format: Browser events',
  },
  position: {
    statement: 'A position or page number is not negative; sequences count from 1.',
    source: 'format: Browser events',
  },
  location: { statement: 'A location is i4x://org/course/category/name.', source: 'format: Server events' },
  'course-key': {
    statement: 'In current logs a course’s key is course-v1:ORG+COURSE+RUN, or ccx-v1, or ORG/COURSE/RUN.',
    source: 'format: Identifiers',
  },
  'usage-key': {
    statement:
      'In current logs a block’s key is block-v1:ORG+COURSE+RUN+type@TYPE+block@ID, or that of a legacy course.',
    source: 'format: Identifiers',
  },
  'course-block': { statement: 'In current logs a line’s blocks are of its course.', source: 'format: Identifiers' },
  'record-id': {
    statement:
      'In current logs an id of a record has its kind’s digits: a UUID, a hash, a number of hexadecimal digits.',
    source: 'format: Identifiers',
  },
  'tab-fields': {
    statement:
      'In current logs old and new follow from the tabs, and are there unless the move leads out of the sequence.',
    source: 'format: Two names',
  },
  success: { statement: 'A check’s success is correct or incorrect.', source: 'format: Server events' },
  attempts: { statement: 'A check is at least the first attempt.', source: 'format: Server events' },
  correctness: {
    statement: 'An entry’s correctness is one of those the dialect knows.',
    source: 'format: correct_map',
  },
  hintmode: { statement: 'A hintmode is one of those the dialect knows.', source: 'format: correct_map' },
  'answer-id': { statement: 'An answer id holds no control character.', source: 'format: Server events' },
  'queue-state': {
    statement: 'A queue state holds a key and a time of the queue, or says that nothing is queued.',
    source: 'format: correct_map',
  },

  'success-map': {
    statement: 'Success is correct exactly when every entry of correct_map is.',
    current: 'In current logs an entry that is partly correct will do.',
    source: 'format: Server events',
  },
  'answer-keys': {
    statement: 'In documented logs correct_map, answers and the state’s student_answers name the same inputs.',
    source: 'format: Server events',
  },
  'attempts-state': {
    statement: 'In documented logs a check whose state holds marks is not the first attempt.',
    source: 'format: Server events',
  },

  'line-repeated': { statement: 'No line stands in a log twice.', source: 'format: Cause and effect' },
  'session-user': { statement: 'A session key is one person’s.', source: 'format: Cause and effect' },
  'time-order': {
    statement: 'The lines of a daily file are in time order.',
    current: 'In current logs, and in tracking.log too, a line may be late by 50 ms, a worker’s by 5 s.',
    source: 'format: Packaging',
  },
  'file-day': {
    statement: 'A line lies in the file of its day.',
    current: 'In current logs a line of a rotated file is from before the file was cut off.',
    source: 'format: Packaging',
  },
  'log-empty': { statement: 'There is a line in what is given.', source: 'format: Packaging' },
  'file-bounds': {
    statement: 'A file or an archive is not larger, in any respect, than is read.',
    source: 'format: Packaging',
  },
  'file-archive': { statement: 'An archive can be read to its end.', source: 'format: Packaging' },
  'file-gzip': { statement: 'A file is packed by gzip once.', source: 'format: Packaging' },
  'file-name': { statement: 'An archive holds one file of a name.', source: 'format: Packaging' },
  'file-server': {
    statement: 'A server’s archive holds that server’s folder and daily files, nothing else.',
    source: 'format: Packaging',
  },
} as const satisfies Record<string, Rule>;

/** All that a rule says. */
export const sentencesOf = ({ statement, current }: Rule): string => [statement, current].filter(Boolean).join(' ');

/** The id of a rule. */
export type RuleId = keyof typeof RULES;
