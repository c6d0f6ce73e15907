/**
 * The generator that one writes first: draws an event type, asks faker for every field of the line, and lets
 * JSON.stringify write it. Takes the number of lines; prints a rate. Its lines conform, one by one; together they tell
 * nothing, since no field knows of another line's.
 */
import { faker } from '@faker-js/faker';
import { measureRate } from './rate.ts';

const COURSE = 'MITx/6.00x/2013_Spring';
const FROM = new Date('2013-03-04T00:00:00Z');
const TO = new Date('2013-03-11T00:00:00Z');

const name = () => faker.lorem.slug(2).replaceAll('-', '_');
const location = (category: string) => `i4x://MITx/6.00x/${category}/${name()}`;
const pageNumber = () => faker.number.int({ min: 1, max: 400 });
const position = () => faker.number.int({ min: 1, max: 12 });

const player = () =>
  JSON.stringify({
    id: `i4x-MITx-6_00x-video-${name()}`,
    code: faker.string.alphanumeric(11),
    currentTime: faker.number.float({ min: 0, max: 900, fractionDigits: 3 }),
    speed: faker.helpers.arrayElement(['0.75', '1.0', '1.25', '1.50']),
  });
const sequence = () => JSON.stringify({ id: location('sequential'), old: position(), new: position() });
const prompt = () => JSON.stringify({ location: location('combinedopenended') });
const rubric = () =>
  JSON.stringify({
    location: location('combinedopenended'),
    category: faker.number.int({ max: 3 }),
    value: faker.number.int({ max: 4 }),
  });
const book = () =>
  JSON.stringify(
    faker.datatype.boolean()
      ? { type: 'gotopage', old: pageNumber(), new: pageNumber() }
      : { type: 'nextpage', new: pageNumber() },
  );

const answer = (): string | string[] =>
  faker.helpers.weightedArrayElement<() => string | string[]>([
    { weight: 4, value: () => `choice_${faker.number.int({ max: 4 })}` },
    { weight: 3, value: () => faker.number.float({ min: -100, max: 100, fractionDigits: 2 }).toString() },
    { weight: 1, value: () => faker.helpers.multiple(() => `choice_${faker.number.int({ max: 4 })}`, { count: 2 }) },
    { weight: 1, value: () => faker.lorem.words(3) },
    { weight: 1, value: () => faker.lorem.lines(5) },
  ])();
const answerIds = () => {
  const problem = `i4x-MITx-6_00x-problem-${name()}`;
  return Array.from({ length: faker.number.int({ min: 1, max: 3 }) }, (_, input) => `${problem}_${input + 2}_1`);
};
const answersTo = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, answer()]));

const inputs = () => {
  const form = new URLSearchParams();
  for (const [id, value] of Object.entries(answersTo(answerIds()))) {
    if (typeof value === 'string') form.append(`input_${id}`, value);
    else for (const one of value) form.append(`input_${id}[]`, one);
  }
  return form.toString();
};

const marksOf = (ids: readonly string[]) =>
  Object.fromEntries(
    ids.map((id) => [
      id,
      {
        hint: faker.helpers.maybe(() => faker.lorem.sentence(), { probability: 0.1 }) ?? '',
        hintmode: null,
        correctness: faker.helpers.arrayElement(['correct', 'incorrect']),
        npoints: faker.helpers.arrayElement([null, 0, 1]),
        msg: faker.helpers.maybe(() => faker.lorem.sentence(), { probability: 0.2 }) ?? '',
        queuestate: { key: '', time: '' },
      },
    ]),
  );
const check = () => {
  const ids = answerIds();
  const before = faker.datatype.boolean() ? ids : [];
  const correct_map = marksOf(ids);
  return {
    problem_id: location('problem'),
    success: Object.values(correct_map).every(({ correctness }) => correctness === 'correct') ? 'correct' : 'incorrect',
    attempts: faker.number.int({ min: 1, max: 10 }),
    correct_map,
    state: {
      student_answers: answersTo(before),
      seed: faker.number.int({ max: 1000 }),
      done: before.length > 0,
      correct_map: marksOf(before),
    },
    answers: answersTo(ids),
  };
};
const problemId = () => ({ problem_id: location('problem') });
const nothing = () => '';

/** Event types with their makers, as often of a thousand as in our simulation. */
const KINDS = (
  [
    [228, 'browser', 'play_video', player],
    [214, 'browser', 'pause_video', player],
    [131, 'browser', 'seq_next', sequence],
    [105, 'browser', 'page_close', nothing],
    [96, 'browser', 'problem_check', inputs],
    [96, 'server', 'save_problem_check', check],
    [33, 'browser', 'seq_goto', sequence],
    [27, 'browser', 'rubric_select', rubric],
    [26, 'browser', 'book', book],
    [9, 'browser', 'problem_show', () => JSON.stringify({ problem: location('problem') })],
    [9, 'server', 'show_answer', problemId],
    [5, 'browser', 'staff_grading_show_problem', prompt],
    [5, 'browser', 'staff_grading_hide_problem', prompt],
    [4, 'browser', 'oe_show_problem', prompt],
    [4, 'browser', 'oe_hide_problem', prompt],
    [4, 'server', 'reset_problem', problemId],
    [1, 'browser', 'peer_grading_show_problem', prompt],
    [1, 'browser', 'peer_grading_hide_problem', prompt],
    [1, 'browser', 'oe_show_full_feedback', nothing],
    [0.5, 'browser', 'oe_show_respond_to_feedback', nothing],
    [
      0.5,
      'browser',
      'oe_feedback_response_selected',
      () => JSON.stringify({ value: faker.number.int({ min: 1, max: 5 }) }),
    ],
  ] as const
).map(([weight, source, type, event]) => ({ weight, value: { source, type, event } }));

function makeLine(): string {
  const { source, type, event } = faker.helpers.weightedArrayElement(KINDS);
  const time = faker.date.between({ from: FROM, to: TO }).toISOString().slice(0, -1) + faker.string.numeric(3);
  const record = {
    username: faker.internet.username(),
    session: source === 'browser' ? faker.string.hexadecimal({ length: 32, casing: 'lower', prefix: '' }) : undefined,
    time,
    ip: faker.internet.ipv4(),
    agent: faker.internet.userAgent(),
    page: `https://www.edx.org/courses/${COURSE}/courseware/${faker.lorem.slug(2)}/${faker.lorem.slug(2)}/`,
    event_source: source,
    event_type: type,
    event: event(),
  };
  return `${JSON.stringify(record)}\n`;
}

faker.seed(1);
process.stdout.write(JSON.stringify(measureRate(makeLine, Number(process.argv[2]))));
