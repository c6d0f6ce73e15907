import type { Fields, Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

const decodingParts = (how: (text: string) => string) =>
  class extends ReferenceParser {
    override decodePart(text: string): string {
      return how(text);
    }
  };

/** Applies a function to a form before it is split. */
const before = (how: (text: string) => string) =>
  class extends ReferenceParser {
    override splitForm(text: string): string[] {
      return super.splitForm(how(text));
    }
  };

const splitting = (how: (text: string) => string[]) =>
  class extends ReferenceParser {
    override splitForm(text: string): string[] {
      return text === '' ? [] : how(text);
    }
  };

const splittingPairs = (how: (pair: string) => string[]) =>
  class extends ReferenceParser {
    override splitPair(pair: string): string[] {
      return how(pair);
    }
  };

const adding = (how: (key: string, before: Json, value: string) => Json) =>
  class extends ReferenceParser {
    override addInput(key: string, earlier: Json, value: string): Json {
      return how(key, earlier, value);
    }
  };

/** Applies a function to what is read of a form. */
const changingInputs = (how: (key: string, value: Json) => [key: string, value: Json][]) =>
  class extends ReferenceParser {
    override decodeForm(text: string): Fields {
      return Object.fromEntries(Object.entries(super.decodeForm(text)).flatMap(([key, value]) => how(key, value)));
    }
  };

const unescapeBytes = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const list = (value: Json): Json[] => (Array.isArray(value) ? value : [value]);
const right = new ReferenceParser();

export const formMutants = mutants({
  'plus-kept': ['form-decoding', 'Keeps a plus, which stands for a space.', decodingParts(decodeURIComponent)],
  'plus-after-escapes': [
    'form-decoding',
    'Turns pluses to spaces after percent escapes, and so those that were escaped too.',
    decodingParts((text) => decodeURIComponent(text).replaceAll('+', ' ')),
  ],
  'decoded-before-split': [
    'form-decoding',
    'Undoes percent escapes before it splits the form.',
    before((text) => decodeURIComponent(text).replaceAll('%', '%25').replaceAll('+', '%2B')),
  ],
  'decoded-twice': [
    'form-decoding',
    'Undoes percent escapes twice.',
    decodingParts((text) => {
      const once = right.decodePart(text);
      try {
        return decodeURIComponent(once);
      } catch {
        return once;
      }
    }),
  ],
  'escapes-latin-1': [
    'form-decoding',
    'Takes each escaped byte for a character, as unescape does.',
    decodingParts((text) => unescapeBytes(text.replaceAll('+', ' '))),
  ],
  'escapes-kept': [
    'form-decoding',
    'ValueGenerators percent escapes as they are.',
    decodingParts((text) => text.replaceAll('+', ' ')),
  ],
  'escapes-ascii-only': [
    'form-decoding',
    'Undoes escapes of ASCII only.',
    decodingParts((text) =>
      text
        .replaceAll('+', ' ')
        .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    ),
  ],
  'escaped-percent-undone-first': [
    'form-decoding',
    'Undoes %25 before the other escapes.',
    decodingParts((text) => {
      try {
        return right.decodePart(text.replaceAll('%25', '%'));
      } catch {
        return right.decodePart(text);
      }
    }),
  ],
  'split-at-every-equals': [
    'form-decoding',
    'Splits a pair at every =, and keeps the first two parts.',
    splittingPairs((pair) => {
      const [key = '', value = ''] = decodeURIComponent(pair.replaceAll('+', ' ')).split('=');
      return [encodeURIComponent(key), encodeURIComponent(value)];
    }),
  ],
  'split-at-last-equals': [
    'form-decoding',
    'Splits a pair at the last =, once decoded.',
    splittingPairs((pair) => {
      const text = right.decodePart(pair);
      const sign = text.lastIndexOf('=');
      return [text.slice(0, sign), text.slice(sign + 1)].map(encodeURIComponent);
    }),
  ],
  'semicolons-split': [
    'form-decoding',
    'Splits at semicolons too, escaped ones included.',
    before((text) => text.replaceAll(/;|%3B/gi, '&')),
  ],
  'keys-not-decoded': [
    'form-keys',
    'Decodes values, but not keys.',
    class extends ReferenceParser {
      override splitPair(pair: string): string[] {
        const [key = '', value = ''] = super.splitPair(pair);
        return [encodeURIComponent(key), value];
      }
    },
  ],
  'empty-values-dropped': [
    'form-keys',
    'Drops inputs without value, as many form readers do by default.',
    splitting((text) => text.split('&').filter((pair) => !pair.endsWith('='))),
  ],
  'last-of-key': [
    'form-keys',
    'Keeps the last value of a key that comes more than once.',
    adding((key, _, value) => (key.endsWith('[]') ? [value] : value)),
  ],
  'first-of-key': [
    'form-keys',
    'Keeps the first value of a key that comes more than once.',
    adding((key, earlier, value) => earlier ?? (key.endsWith('[]') ? [value] : value)),
  ],
  'first-two-of-key': [
    'form-keys',
    'Keeps the first value and the last one of a key that comes more than twice.',
    adding((key, earlier, value) =>
      earlier === undefined ? right.addInput(key, earlier, value) : [list(earlier)[0], value],
    ),
  ],
  'values-reversed': [
    'form-keys',
    'Gives the values of a key last first.',
    adding((key, earlier, value) =>
      earlier === undefined ? right.addInput(key, earlier, value) : [value, ...list(earlier)],
    ),
  ],
  'values-sorted': [
    'form-keys',
    'Sorts the values of a key.',
    changingInputs((key, value) => [[key, Array.isArray(value) ? (value as string[]).toSorted() : value]]),
  ],
  'values-once': [
    'form-keys',
    'Keeps equal values of a key once.',
    changingInputs((key, value) => [[key, Array.isArray(value) ? [...new Set(value as string[])] : value]]),
  ],
  'values-joined': [
    'form-keys',
    'Joins the values of a key by commas.',
    changingInputs((key, value) => [[key, Array.isArray(value) ? value.join(',') : value]]),
  ],
  'brackets-stripped': [
    'form-keys',
    'Strips [] from keys.',
    changingInputs((key, value) => [[key.replace(/\[\]$/, ''), value]]),
  ],
  'brackets-alone-make-lists': [
    'form-keys',
    'Makes a list only of keys that end in [].',
    adding((key, earlier, value) => (key.endsWith('[]') ? [...list(earlier ?? []), value] : value)),
  ],
  'brackets-single-unwrapped': [
    'form-keys',
    'Takes a single value of a key in [] for no list.',
    adding((_, earlier, value) => (earlier === undefined ? value : [...list(earlier), value])),
  ],
  'every-value-a-list': [
    'form-keys',
    'Makes a list of every value.',
    changingInputs((key, value) => [[key, list(value)]]),
  ],
  'dots-underscored': [
    'form-keys',
    'Makes dots and spaces in keys underscores, as PHP does.',
    changingInputs((key, value) => [[key.replace(/[. ]/g, '_'), value]]),
  ],
  'prefix-stripped': [
    'payload-problem_check',
    'Strips input_ from keys.',
    changingInputs((key, value) => [[key.replace(/^input_/, ''), value]]),
  ],
  'form-values-numbers': [
    'payload-problem_check',
    'Reads values of digits as numbers.',
    changingInputs((key, value) => [[key, typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value]]),
  ],
  'literal-quotes-kept': [
    'payload-problem_check',
    'ValueGenerators a form in the quotes that it is logged in.',
    class extends ReferenceParser {
      override readForm(...[event]: Parameters<ReferenceParser['readForm']>): Json {
        return super.readForm(event, 'documented');
      }
    },
    'deployed',
  ],
  'saved-form-unread': [
    'payload-problem_save',
    'Decodes the form of a check, but not that of answers that are saved.',
    class extends ReferenceParser {
      override readEvent(...[line, dialect]: Parameters<ReferenceParser['readEvent']>): Json {
        return line['event_type'] === 'problem_save' ? this.readObject(line['event']) : super.readEvent(line, dialect);
      }
    },
    'deployed',
  ],
});
