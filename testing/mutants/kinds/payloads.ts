import type { Dialect } from '../../../src/spec/index.ts';
import { change, isObject, without, type Fields, type Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

/** Applies a function to the decoded payloads of some event types. */
const changingPayload = (types: readonly string[], how: (payload: Fields) => Json) =>
  class extends ReferenceParser {
    override readEvent(...[line, dialect]: Parameters<ReferenceParser['readEvent']>): Json {
      const payload = super.readEvent(line, dialect);
      return types.includes(String(line['event_type'])) && isObject(payload) ? how(payload) : payload;
    }
  };

/** Applies a function to everything of a line's payload that is no object or list. */
const changingValues = (how: (value: Json) => Json) => {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    return isObject(value) ? change(value, walk) : how(value);
  };
  return class extends ReferenceParser {
    override readEvent(...parameters: Parameters<ReferenceParser['readEvent']>): Json {
      const event = super.readEvent(...parameters);
      return isObject(event) ? walk(event) : event;
    }
  };
};

const changingNumbers = (how: (value: number) => Json) =>
  changingValues((value) => (typeof value === 'number' ? how(value) : value));

const readingEvents = (read: (line: Fields, dialect: Dialect) => Json) =>
  class extends ReferenceParser {
    override readEvent(line: Fields, dialect: Dialect): Json {
      return read(line, dialect);
    }
  };

const need = (payload: Fields, ...keys: string[]): Fields => {
  for (const key of keys) if (payload[key] === undefined) throw new Error(`no ${key}`);
  return payload;
};

const VIDEO = ['play_video', 'pause_video'];
const right = new ReferenceParser();

const onArray = (how: (parts: Json[]) => Json) =>
  class extends ReferenceParser {
    override readEvent(...given: Parameters<ReferenceParser['readEvent']>): Json {
      const event = super.readEvent(...given);
      return Array.isArray(event) ? how(event) : event;
    }
  };

export const payloadMutants = mutants({
  'speed-required': [
    'payload-play_video',
    'Fails at a video without speed.',
    changingPayload(VIDEO, (video) => need(video, 'speed')),
    'deployed',
  ],
  'time-of-video-required': [
    'payload-pause_video',
    'Fails at a video without currentTime.',
    changingPayload(VIDEO, (video) => need(video, 'currentTime')),
    'deployed',
  ],
  'video-code-checked': [
    'payload-play_video',
    'Takes only YouTube’s ids for codes of videos.',
    changingPayload(VIDEO, (video) => (/^[\w-]{11}$/.test(String(video['code'])) ? video : { ...video, code: null })),
    'deployed',
  ],
  'speed-number': [
    'payload-play_video',
    'Makes a video’s speed a number.',
    changingPayload(VIDEO, (video) => ('speed' in video ? { ...video, speed: Number(video['speed']) } : video)),
  ],
  'time-of-video-parsed': [
    'payload-play_video',
    'Makes a video’s position a number where it is text.',
    changingPayload(VIDEO, (video) =>
      'currentTime' in video ? { ...video, currentTime: Number(video['currentTime']) } : video,
    ),
    'deployed',
  ],
  'speeds-of-the-page': [
    'payload-play_video',
    'Knows the page’s four speeds only.',
    changingPayload(VIDEO, (video) =>
      'speed' in video && !['0.75', '1.0', '1.25', '1.50'].includes(String(video['speed']))
        ? { ...video, speed: null }
        : video,
    ),
    'deployed',
  ],
  'video-code-trimmed': [
    'payload-play_video',
    'Takes the blanks from a video’s code.',
    changingPayload(VIDEO, (video) => ('code' in video ? { ...video, code: String(video['code']).trim() } : video)),
    'deployed',
  ],
  'video-code-required': [
    'payload-pause_video',
    'Fails at a video without code.',
    changingPayload(VIDEO, (video) => need(video, 'code')),
    'deployed',
  ],
  'position-parsed': [
    'payload-seq_next',
    'Makes a position in a sequence a number where it is text.',
    changingPayload(['seq_next'], (move) => ({ ...move, old: Number(move['old']), new: Number(move['new']) })),
    'deployed',
  ],
  'failure-dropped': [
    'payload-save_problem_fail',
    'Takes every save for one that succeeded.',
    changingPayload(['save_problem_fail'], (save) => without(save, 'failure')),
    'deployed',
  ],
  'old-page-required': [
    'payload-book',
    'Fails at a turned page that does not say which was left.',
    changingPayload(['book'], (turn) => need(turn, 'old')),
  ],
  'positions-from-0': [
    'payload-seq_next',
    'Counts a sequence’s positions from 0.',
    changingPayload(['seq_next'], (move) => ({ ...move, old: Number(move['old']) - 1, new: Number(move['new']) - 1 })),
  ],
  'goto-without-old': [
    'payload-seq_goto',
    'Keeps only where a jump in a sequence leads to.',
    changingPayload(['seq_goto'], (move) => without(move, 'old')),
  ],
  'selection-called-value': [
    'payload-rubric_select',
    'Gives the selection in a rubric the name that the page gives it.',
    changingPayload(['rubric_select'], ({ selection, ...rest }) => ({ value: selection, ...rest })),
    'deployed',
  ],
  'category-0-lost': [
    'payload-rubric_select',
    'Takes a category of 0 for none.',
    changingPayload(['rubric_select'], (rubric) => ({ ...rubric, category: rubric['category'] || null })),
  ],
  'location-shortened': [
    'payload-problem_show',
    'Keeps the name of a problem’s location.',
    changingPayload(['problem_show'], (shown) => ({ problem: String(shown['problem']).split('/').pop() })),
  ],
  'numbers-as-strings': ['numbers', 'Gives numbers as strings.', changingNumbers(String)],
  'strings-as-numbers': [
    'numbers',
    'Gives strings of digits as numbers.',
    changingValues((value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value)),
  ],
  'numbers-rounded': [
    'numbers',
    'Rounds numbers to three decimals.',
    changingNumbers((value) => Math.round(value * 1000) / 1000),
  ],
  'numbers-whole': ['numbers', 'Cuts numbers to whole ones.', changingNumbers(Math.trunc)],
  'numbers-single': ['numbers', 'Keeps numbers as floats of 32 bits.', changingNumbers(Math.fround)],
  'numbers-of-32-bits': [
    'numbers',
    'Keeps whole numbers in 32 bits.',
    changingNumbers((value) => (Number.isInteger(value) ? value | 0 : value)),
  ],
  'numbers-of-15-digits': [
    'numbers',
    'Prints 15 digits of a number, as Perl and C’s %.15g do.',
    changingNumbers((value) => Number(value.toPrecision(15))),
  ],
  'integers-clamped': [
    'exact-integers',
    'Takes no integer beyond 2^53 - 1, and gives that instead.',
    changingNumbers((value) => Math.max(Number.MIN_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER))),
  ],
  'integers-of-64-bits': [
    'exact-integers',
    'Keeps integers in 64 bits, so that larger ones come out with another sign.',
    changingNumbers((value) => (Number.isInteger(value) ? Number(BigInt.asIntN(64, BigInt(value))) : value)),
  ],
  'numbers-with-sign-lost': ['numbers', 'Loses the sign of a number.', changingNumbers(Math.abs)],
  'exponents-unknown': [
    'numbers',
    'Reads a number up to its exponent.',
    class extends ReferenceParser {
      override parseJson(text: string): Json {
        return super.parseJson(text.replace(/([:[,]\s*-?\d+(?:\.\d+)?)[eE][+-]?\d+(?=\s*[,}\]])/g, '$1'));
      }
    },
  ],
  'strings-decoded-everywhere': [
    'numbers',
    'Decodes every string in a payload that happens to be JSON.',
    changingValues((value) => {
      try {
        return typeof value === 'string' ? (JSON.parse(value) as Json) : value;
      } catch {
        return value;
      }
    }),
  ],
  'page-s-types-only': [
    'payload-accordion',
    'Knows the page’s event types only, and values the others’ payloads as they are.',
    readingEvents((line, dialect) =>
      ['accordion', 'seq_prev', 'problem_save', 'problem_reset'].includes(String(line['event_type']))
        ? line['event']
        : right.readEvent(line, dialect),
    ),
    'deployed',
  ],
  'problem-named-show-only': [
    'payload-oe_show_question',
    'Refuses event types that are not in the page.',
    readingEvents((line, dialect) => {
      if (/_(show|hide)_question$/.test(String(line['event_type']))) throw new Error('unknown event type');
      return right.readEvent(line, dialect);
    }),
    'deployed',
  ],
  'request-by-last-part': [
    'payload-request',
    'Takes the last part of a request’s path for its event type, and so a request for a browser’s problem_check.',
    readingEvents((line, dialect) => {
      const type = String(line['event_type']).split('/').pop();
      return type === 'problem_check' ? right.readForm(line['event'], dialect) : right.readEvent(line, dialect);
    }),
    'deployed',
  ],
  'request-unwrapped': [
    'payload-request',
    'Gives the first value of each of a request’s parameters.',
    changingRequest((parameters) => change(parameters, (values) => (Array.isArray(values) ? values[0] : values))),
    'deployed',
  ],
  'request-password-wrapped': [
    'payload-request',
    'Makes a list of every parameter of a request, passwords that were masked too.',
    changingRequest((parameters) => change(parameters, (values) => (Array.isArray(values) ? values : [values]))),
    'deployed',
  ],
  'request-password-refused': [
    'payload-request',
    'Refuses a request whose parameters are not all lists.',
    changingRequest((parameters) =>
      change(parameters, (values) => {
        if (!Array.isArray(values)) throw new Error('no list');
        return values;
      }),
    ),
    'deployed',
  ],
  'types-of-one-word': [
    'payload-idashboard',
    'Refuses event types that hold blanks.',
    readingEvents((line, dialect) => {
      if (/ /.test(String(line['event_type']))) throw new Error('no event type');
      return right.readEvent(line, dialect);
    }),
    'deployed',
  ],
  'request-without-get': [
    'payload-request',
    'Reads what a request posts, not the parameters in its URL.',
    changingRequest((parameters) => parameters, ['POST']),
    'deployed',
  ],
  'cut-request-null': [
    'request-cut',
    'Makes a payload that cannot be decoded null.',
    onCutRequest(() => null),
    'deployed',
  ],
  'cut-request-object': [
    'request-cut',
    'Makes a payload that cannot be decoded an empty object.',
    onCutRequest(() => ({})),
    'deployed',
  ],
  'cut-request-refused': [
    'request-cut',
    'Refuses a line whose payload cannot be decoded.',
    onCutRequest(() => {
      throw new Error('event is no JSON');
    }),
    'deployed',
  ],
  'cut-request-trimmed': [
    'request-cut',
    'Cuts an undecodable payload to what it thinks is whole.',
    onCutRequest((event) => event.slice(0, event.lastIndexOf(' '))),
    'deployed',
  ],
  'request-of-512-left': [
    'request-of-512',
    'Takes every payload of 512 characters for one that was cut.',
    readingEvents((line, dialect) =>
      String(line['event']).length === 512 ? line['event'] : right.readEvent(line, dialect),
    ),
    'deployed',
  ],
  'objects-only': [
    'payload-as-string',
    'Wants a server’s payload to be an object.',
    readingEvents((line, dialect) =>
      line['event_source'] === 'server' &&
      !String(line['event_type']).startsWith('/') &&
      typeof line['event'] === 'string'
        ? line['event']
        : right.readEvent(line, dialect),
    ),
  ],
  'payload-by-pattern': [
    'payload-spelling',
    'Finds what it knows in a payload by a regular expression.',
    class extends ReferenceParser {
      override readObject(value: Json): Json {
        const match =
          typeof value === 'string' &&
          /^\{\s*"(problem|location)".*\}$/.test(value) &&
          /^\{"(problem|location)":"([^"]*)"/.exec(value);
        if (match === null) return value;
        return match ? { [match[1]!]: match[2] } : super.readObject(value);
      }
    },
  ],
  'payload-by-blanks': [
    'payload-spelling',
    'Knows a payload by the blank that Python leaves after its first colon.',
    class extends ReferenceParser {
      override readObject(value: Json): Json {
        return typeof value === 'string' && /^\s*\{\s*"/.test(value) && !/^\{"\w+": \S/.test(value)
          ? value
          : super.readObject(value);
      }
    },
    'current',
  ],
  'array-as-object': [
    'array-payloads',
    'Makes an array an object with numbers for keys.',
    onArray((parts) => Object.fromEntries(parts.entries())),
    'current',
  ],
  'array-first-part': ['array-payloads', 'Keeps the first part of an array.', onArray(([first]) => first), 'current'],
  'array-parts-decoded': [
    'array-payloads',
    'Decodes the parts of an array that encode objects.',
    class extends ReferenceParser {
      override readEvent(...given: Parameters<ReferenceParser['readEvent']>): Json {
        const event = super.readEvent(...given);
        return Array.isArray(event) ? event.map((part) => this.readObject(part)) : event;
      }
    },
    'current',
  ],
  'empty-payload-string': ['empty-payloads', 'ValueGenerators an empty payload an empty string.', onEmpty(() => '')],
  'empty-payload-object': ['empty-payloads', 'Makes an empty payload an object without keys.', onEmpty(() => ({}))],
  'empty-payload-refused': [
    'empty-payloads',
    'Refuses a line without payload.',
    onEmpty(() => {
      throw new Error('no payload');
    }),
  ],
  'empty-payload-lost': [
    'empty-payloads',
    'ValueGenerators out lines without payload.',
    class extends ReferenceParser {
      override splitLines(chunks: Iterable<Uint8Array>): Uint8Array[] {
        return [...super.splitLines(chunks)].filter((line) => !/"event"\s*:\s*""/.test(Buffer.from(line).toString()));
      }
    },
  ],
  'empty-object-null': [
    'payload-oe_show_full_feedback',
    'Takes an object without keys for no payload.',
    changingPayload(['oe_show_full_feedback', 'oe_show_respond_to_feedback'], (payload) =>
      Object.keys(payload).length === 0 ? null : payload,
    ),
    'deployed',
  ],
});

function onEmpty(read: () => Json): new () => ReferenceParser {
  return class extends ReferenceParser {
    override readEmpty(): Json {
      return read();
    }
  };
}

function changingRequest(how: (parameters: Fields) => Fields, kept = ['POST', 'GET']): new () => ReferenceParser {
  return readingEvents((line, dialect) => {
    const event = right.readEvent(line, dialect);
    if (!String(line['event_type']).startsWith('/') || !isObject(event)) return event;
    return Object.fromEntries(
      Object.entries(event).flatMap(([key, value]) =>
        kept.includes(key) ? [[key, isObject(value) ? how(value) : value]] : [],
      ),
    );
  });
}

function onCutRequest(read: (event: string) => Json): new () => ReferenceParser {
  return readingEvents((line, dialect) => {
    const event = right.readEvent(line, dialect);
    return String(line['event_type']).startsWith('/') && typeof event === 'string' ? read(event) : event;
  });
}
