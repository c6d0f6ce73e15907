import { change, isObject, without, type Fields, type Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import { mutants } from './mutant.ts';

const changingEntries = (how: (entry: Fields) => Json) =>
  class extends ReferenceParser {
    override readEntry(value: Json): Json {
      const entry = super.readEntry(value);
      return isObject(entry) ? how(entry) : entry;
    }
  };

/** Applies a function to every answer, also to those of the state before. */
const changingAnswers = (how: (answer: Json) => Json) =>
  class extends ReferenceParser {
    override readAnswers(value: Json): Json {
      const answers = super.readAnswers(value);
      return isObject(answers) ? change(answers, how) : answers;
    }
  };

const changingStates = (how: (state: Fields) => Json) =>
  class extends ReferenceParser {
    override readState(value: Json): Json {
      const state = super.readState(value);
      return isObject(state) ? how(state) : state;
    }
  };

const changingPayloads = (how: (payload: Fields) => Json) =>
  class extends ReferenceParser {
    override readServerEvent(event: Json): Json {
      const payload = super.readServerEvent(event);
      return isObject(payload) ? how(payload) : payload;
    }
  };

/** ValueGenerators the states of a reset that stand as text as they are, with a function applied. */
export const textsOfStates = (how: (text: string) => string) =>
  class extends ReferenceParser {
    override readServerEvent(event: Json): Json {
      const [written, payload] = [this.readObject(event), super.readServerEvent(event)];
      if (!isObject(written) || !isObject(payload)) return payload;
      const texts = Object.entries(written).filter(
        ([key, value]) => /^(old|new)_state$/.test(key) && typeof value === 'string',
      );
      return { ...payload, ...Object.fromEntries(texts.map(([key, text]) => [key, how(text as string)])) };
    }
  };

const withoutNulls = (object: Fields): Fields =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

const isEmptyObject = (value: Json): boolean => isObject(value) && Object.keys(value).length === 0;

const orElse = (key: string, other: Json) => (object: Fields) => change(object, (value) => value || other, [key]);

export const problemMutants = mutants({
  'nulls-dropped': [
    'problem-state',
    'Drops the keys of a correct_map entry that are null.',
    changingEntries(withoutNulls),
  ],
  'points-null-0': [
    'problem-state',
    'Makes points of null 0.',
    changingEntries((entry) => change(entry, (points) => points ?? 0, ['npoints'])),
  ],
  'points-0-null': ['problem-state', 'Makes 0 points null.', changingEntries(orElse('npoints', null))],
  'hint-mode-false-null': [
    'problem-state',
    'Makes a hint mode of false null.',
    changingEntries(orElse('hintmode', null)),
    'documented',
  ],
  'hint-mode-null-false': [
    'problem-state',
    'Makes a hint mode of null false.',
    changingEntries((entry) => change(entry, (mode) => mode ?? false, ['hintmode'])),
  ],
  'message-empty-null': ['problem-state', 'Makes an empty message null.', changingEntries(orElse('msg', null))],
  'hint-empty-null': ['problem-state', 'Makes an empty hint null.', changingEntries(orElse('hint', null))],
  'queue-null-empty': [
    'problem-state',
    'Makes a queue state of null one with an empty key and time.',
    changingEntries(orElse('queuestate', { key: '', time: '' })),
    'deployed',
  ],
  'queue-empty-null': [
    'problem-state',
    'Makes a queue state of an empty key and time null.',
    changingEntries((entry) =>
      change(entry, (queue) => (isObject(queue) && queue['key'] === '' ? null : queue), ['queuestate']),
    ),
    'documented',
  ],
  'correctness-boolean': [
    'problem-state',
    'Makes correctness true or false.',
    changingEntries((entry) => change(entry, (value) => value === 'correct', ['correctness'])),
  ],
  'correctness-null-incorrect': [
    'problem-state',
    'Takes an answer that could not be marked for an incorrect one.',
    changingEntries((entry) => change(entry, (value) => value ?? 'incorrect', ['correctness'])),
    'deployed',
  ],
  'correctness-unknown-null': [
    'problem-state',
    'Makes an unknown correctness null.',
    changingEntries((entry) => change(entry, (value) => (value === 'unknown' ? null : value), ['correctness'])),
    'deployed',
  ],
  'points-whole': [
    'problem-state',
    'Cuts points to whole ones.',
    changingEntries((entry) =>
      change(entry, (points) => (typeof points === 'number' ? Math.trunc(points) : points), ['npoints']),
    ),
    'deployed',
  ],
  'hint-null-empty': [
    'problem-state',
    'Makes a hint of null empty.',
    changingEntries((entry) => change(entry, (hint) => hint ?? '', ['hint'])),
    'deployed',
  ],
  'answers-of-marked-inputs': [
    'problem-state',
    'Keeps answers only of inputs that are marked.',
    changingPayloads((payload) => {
      const { answers, correct_map: map } = payload;
      if (!isObject(answers) || !isObject(map)) return payload;
      return {
        ...payload,
        answers: Object.fromEntries(Object.entries(answers).filter(([id]) => Object.hasOwn(map, id))),
      };
    }),
    'deployed',
  ],
  'incomplete-incorrect': [
    'problem-state',
    'Takes an incomplete answer for an incorrect one.',
    changingEntries((entry) =>
      change(entry, (value) => (value === 'incomplete' ? 'incorrect' : value), ['correctness']),
    ),
    'deployed',
  ],
  'answers-joined': [
    'problem-state',
    'Joins the answers of one input by commas.',
    changingAnswers((answer) => (Array.isArray(answer) ? answer.join(',') : answer)),
  ],
  'single-answer-unwrapped': [
    'problem-state',
    'Takes a list of one answer for the answer.',
    changingAnswers((answer) => (Array.isArray(answer) && answer.length === 1 ? answer[0] : answer)),
  ],
  'single-answer-wrapped': [
    'problem-state',
    'Makes every answer a list.',
    changingAnswers((answer) => (Array.isArray(answer) ? answer : [answer])),
  ],
  'answers-sorted': [
    'problem-state',
    'Sorts the answers of one input.',
    changingAnswers((answer) => (Array.isArray(answer) ? (answer as string[]).toSorted() : answer)),
  ],
  'empty-answers-dropped': [
    'problem-state',
    'Drops answers that are empty.',
    class extends ReferenceParser {
      override readAnswers(value: Json): Json {
        const answers = super.readAnswers(value);
        return isObject(answers)
          ? Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''))
          : answers;
      }
    },
  ],
  'state-without-answers': [
    'problem-state',
    'Drops the answers of the state before.',
    changingStates((state) => without(state, 'student_answers')),
  ],
  'state-without-map': [
    'problem-state',
    'Drops an empty correct_map of the state before.',
    changingStates((state) => (isEmptyObject(state['correct_map']) ? without(state, 'correct_map') : state)),
  ],
  'done-as-number': ['problem-state', 'Makes done 0 or 1.', changingStates((state) => change(state, Number, ['done']))],
  'seed-unsigned': [
    'numbers',
    'Takes a seed for a number without sign, of 32 bits.',
    changingStates((state) => change(state, (seed) => Number(seed) >>> 0, ['seed'])),
  ],
  'state-after': [
    'problem-state',
    'Gives this check’s correct_map as that of the state before.',
    changingPayloads((payload) =>
      'correct_map' in payload
        ? change(payload, (state) => (isObject(state) ? { ...state, correct_map: payload['correct_map'] } : state), [
            'state',
          ])
        : payload,
    ),
  ],
  'success-boolean': [
    'payload-save_problem_check',
    'Makes success true or false.',
    changingPayloads((payload) => change(payload, (value) => value === 'correct', ['success'])),
  ],
  'first-attempt-0': [
    'payload-save_problem_check',
    'Counts attempts from 0.',
    changingPayloads((payload) => change(payload, (attempts) => Number(attempts) - 1, ['attempts'])),
  ],
  'old-state-only': [
    'payload-reset_problem',
    'Keeps one state of a reset.',
    changingPayloads((payload) => without(payload, 'new_state')),
    'deployed',
  ],
  'failure-lost': [
    'payload-save_problem_check_fail',
    'Does not say why a check was refused.',
    changingPayloads((payload) => without(payload, 'failure')),
    'deployed',
  ],
  'answer-ids-as-locations': [
    'problem-state',
    'Turns the ids of answers back to locations.',
    changingPayloads((payload) =>
      change(
        payload,
        (answers) =>
          isObject(answers)
            ? Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id.replaceAll('-', '/'), answer]))
            : answers,
        ['answers'],
      ),
    ),
  ],
  'encoded-map-unread': [
    'payload-as-string',
    'Does not decode a correct_map that is a string.',
    class extends ReferenceParser {
      override readCorrectMap(value: Json): Json {
        return typeof value === 'string' ? value : super.readCorrectMap(value);
      }
    },
  ],
  'encoded-state-unread': [
    'payload-as-string',
    'Does not decode a state that is a string.',
    class extends ReferenceParser {
      override readState(value: Json): Json {
        return typeof value === 'string' ? value : super.readState(value);
      }
    },
  ],
  'encoded-answers-unread': [
    'payload-as-string',
    'Does not decode answers that are a string.',
    class extends ReferenceParser {
      override readAnswers(value: Json): Json {
        return value;
      }
    },
  ],
  'encoded-queue-unread': [
    'payload-as-string',
    'Does not decode a queue state that is a string.',
    class extends ReferenceParser {
      override readEntry(value: Json): Json {
        return value;
      }
    },
  ],
  'old-state-rewritten': [
    'payload-as-string',
    'ValueGenerators an old_state that is text as text, but spells it anew.',
    textsOfStates((text) => JSON.stringify(JSON.parse(text))),
    'deployed',
  ],
  'new-state-cut': [
    'payload-as-string',
    'ValueGenerators a new_state that is text as text, but cut at 20 characters.',
    textsOfStates((text) => text.slice(0, 20)),
    'deployed',
  ],
  'map-in-state-unread': [
    'payload-as-string',
    'Decodes an encoded correct_map, but not that of the state before.',
    class extends ReferenceParser {
      override readState(value: Json): Json {
        return this.readObject(value);
      }
    },
  ],
});
