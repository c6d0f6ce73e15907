/** What a rule says, and what it follows from. */
export interface Rule {
  /** The sentence that a conforming log satisfies. */
  readonly statement: string;
  /** The heading of the format's page, or of its settled reading, that the rule follows from. */
  readonly source: string;
}

/**
 * Every rule a log can break, by id. Ids are stable: fault labels and findings name them.
 * Each value constraint in the schemas of this folder carries one of these ids as `rule`.
 */
export const RULES = {
  'line-length': { statement: 'A line is no longer than the limit the reader was given.', source: 'A line' },
  'line-bounds': {
    statement: 'A line is nested at most 30,000 deep, and holds at most 1,000,000 values.',
    source: 'A line',
  },
  'line-utf8': { statement: 'A line is valid UTF-8.', source: 'A line' },
  'line-json': { statement: 'A line is one JSON text.', source: 'A line' },
  'line-cut': { statement: 'A deployed line is cut after 10,000 characters.', source: 'A line' },
  'line-object': { statement: 'A line is a JSON object.', source: 'A line' },

  'field-missing': {
    statement: 'Every common field is present; only session may be undefined.',
    source: 'Common Fields',
  },
  'field-type': { statement: 'A common field has the type that the page gives it.', source: 'Common Fields' },
  'session-key': {
    statement:
      'A session is 32 lowercase hexadecimal digits, or empty; in deployed logs several such keys may be joined by ;.',
    source: 'Common Fields',
  },
  'session-server': {
    statement: 'In deployed logs a server event carries no session.',
    source: 'Common fields, deployed',
  },
  'time-format': {
    statement: 'A time is a real calendar instant, YYYY-MM-DDThh:mm:ss.xxxxxx.',
    source: 'Common Fields',
  },
  'ip-address': { statement: 'An ip is an IP address.', source: 'Common Fields' },
  'page-url': {
    statement: 'A page is what the event’s kind calls for: an absolute URL, a word such as x_module, or null.',
    source: 'Common Fields',
  },
  'event-source': { statement: 'An event_source is browser or server.', source: 'Event Sources' },
  'event-type': { statement: 'An event_type is one of those its source knows.', source: 'Event Sources' },

  'event-shape': { statement: 'An event is a string, or for server events an object.', source: 'Common Fields' },
  'event-empty': { statement: 'The event of this type is empty.', source: 'Browser Events' },
  'event-json': { statement: 'The event of this type encodes a JSON object.', source: 'Common Fields' },
  'event-cut': { statement: 'A request’s event is cut after 512 characters.', source: 'Common fields, deployed' },
  'event-form': {
    statement: 'The event of a problem check is form-encoded: input_ID=value joined by &.',
    source: 'Browser Events',
  },

  'payload-missing': { statement: 'A payload holds every field of its type.', source: 'Event Sources' },
  'payload-type': { statement: 'A payload’s field has the type that the page gives it.', source: 'Event Sources' },
  'payload-value': {
    statement: 'A payload’s field has one of the values that the page lists.',
    source: 'Event Sources',
  },
  'video-speed': {
    statement: 'A video’s speed is one of those the player offers; in deployed logs any decimal number as text.',
    source: 'Browser Events',
  },
  'video-time': {
    statement:
      'A position in a video is a number that is not negative; in deployed logs it may be text with three decimals.',
    source: 'Browser Events',
  },
  'video-id': { statement: 'A video’s id is the html form of its location.', source: 'Browser Events' },
  'video-code': {
    statement:
      'A video’s code is a YouTube id: 11 of A-Z a-z 0-9 _ -; in deployed logs it may be html5, and blanks may stand before it.',
    source: 'Browser Events',
  },
  position: {
    statement: 'A position or page number is not negative; sequences count from 1.',
    source: 'Browser Events',
  },
  location: { statement: 'A location is i4x://org/course/category/name.', source: 'Server Events' },
  success: { statement: 'A check’s success is correct or incorrect.', source: 'Server Events' },
  attempts: { statement: 'A check is at least the first attempt.', source: 'Server Events' },
  correctness: {
    statement: 'An entry’s correctness is one of those the dialect knows.',
    source: 'correct_map details',
  },
  hintmode: { statement: 'A hintmode is one of those the dialect knows.', source: 'correct_map details' },
  'answer-id': { statement: 'An answer id holds no control character.', source: 'Server Events' },
  'queue-state': {
    statement: 'A queue state holds a key and a time of the queue, or says that nothing is queued.',
    source: 'correct_map details',
  },

  'success-map': {
    statement: 'Success is correct exactly when every entry of correct_map is.',
    source: 'Server events',
  },
  'answer-keys': {
    statement: 'In documented logs correct_map, answers and the state’s student_answers name the same inputs.',
    source: 'Server events',
  },
  'attempts-state': {
    statement: 'In documented logs a check whose state holds marks is not the first attempt.',
    source: 'Server events',
  },

  'line-repeated': { statement: 'No line stands in a log twice.', source: 'What follows from cause and effect' },
  'session-user': { statement: 'A session key is one person’s.', source: 'What follows from cause and effect' },
  'time-order': { statement: 'The lines of a daily file are in time order.', source: 'Packaging' },
  'file-day': { statement: 'A line lies in the file of its day.', source: 'Packaging' },
  'log-empty': { statement: 'There is a line in what is given.', source: 'Packaging' },
  'file-bounds': {
    statement: 'A file or an archive is not larger, in any respect, than is read.',
    source: 'Packaging',
  },
  'file-archive': { statement: 'An archive can be read to its end.', source: 'Packaging' },
  'file-gzip': { statement: 'A file is packed by gzip once.', source: 'Packaging' },
  'file-name': { statement: 'An archive holds one file of a name.', source: 'Packaging' },
  'file-server': {
    statement: 'A server’s archive holds that server’s folder and daily files, nothing else.',
    source: 'Packaging',
  },
} as const satisfies Record<string, Rule>;

/** The id of a rule. */
export type RuleId = keyof typeof RULES;
