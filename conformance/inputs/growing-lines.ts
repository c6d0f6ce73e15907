/** The lines of which {@link SHAPES} are made, in each dialect. */
import { encodeLine, type Json, type LogRecord } from '../../src/line/index.ts';
import type { Dialect } from '../../src/spec/index.ts';

export type Written = Pick<LogRecord, 'event_source' | 'event_type' | 'event'> & Partial<LogRecord>;

/** Stands where something is put: after the line is made, so that neither is it escaped nor the line cut. */
export const HERE = '424242';

const SESSION = '0123456789abcdef0123456789abcdef';
const COURSE = { course_id: 'course-v1:EdgenX+Bees+2026', org_id: 'EdgenX' };
const PROBLEM = 'block-v1:EdgenX+Bees+2026+type@problem+block@0123456789abcdef0123456789abcdef';
const HANDLER = `/courses/${COURSE.course_id}/xblock/${PROBLEM}/handler/xmodule_handler/problem_check`;

/** What only lines of today have. */
function todays({ event_source: source, event_type: name }: Written): Partial<LogRecord> {
  const isBrowser = source === 'browser';
  const learner = { user_id: 1, path: isBrowser ? '/event' : HANDLER, ...COURSE, enterprise_uuid: '' };
  const module = { display_name: 'L1', usage_key: PROBLEM };
  const context = isBrowser ? learner : { ...learner, course_user_tags: {}, module, asides: {} };
  return { name, context, referer: '', accept_language: '', session: SESSION };
}

/** A line, with its newline. Times are given without an offset. */
export function lineOf(written: Written, dialect: Dialect): string {
  const { time = '2013-03-04T09:30:00.000125' } = written;
  const session = written.event_source === 'browser' && { session: SESSION };
  const host = dialect !== 'documented' && { host: 'www.edx.org' };
  const own =
    dialect === 'current'
      ? { ...todays(written), ...written, event: written.event ?? {}, time: `${time}+00:00` }
      : { ...written, time };
  const common = { username: 'ada', ip: '18.9.22.69', agent: 'Mozilla/5.0', page: 'https://www.edx.org/' };
  return `${encodeLine({ ...common, ...session, ...host, ...own }, dialect)}\n`;
}

/** A payload that is empty: in lines of today an object without keys. */
export const CLOSE: Written = { event_source: 'browser', event_type: 'page_close', event: null };

/** A payload that begins with an id which holds {@link HERE}. */
export const named = (dialect: Dialect): Written =>
  dialect === 'current'
    ? {
        event_source: 'browser',
        event_type: 'play_video',
        event: { id: `L${HERE}`, code: 'html5', duration: 100, currentTime: 1.5 },
      }
    : {
        event_source: 'browser',
        event_type: 'seq_goto',
        event: { id: `i4x://MITx/6.00x/sequential/L${HERE}`, old: 1, new: 2 },
      };

export const form = (key: string, value: string): Written => ({
  event_source: 'browser',
  event_type: 'problem_check',
  event: { [key]: value },
});

/** The server's marks for one input, which is named after a problem's input. */
export function marks(input: string, attempts: number, dialect: Dialect): Written {
  if (dialect === 'current') return todaysMarks(input, attempts);
  const page = dialect === 'deployed' && { page: 'x_module' };
  const queuestate = dialect === 'documented' ? { key: '', time: '' } : null;
  const correct_map = {
    [input]: { hint: '', hintmode: null, correctness: 'correct', npoints: null, msg: '', queuestate },
  };
  const answers = { [input]: '42' };
  const state = { student_answers: answers, seed: 1, done: true, correct_map: {} };
  return {
    ...page,
    event_source: 'server',
    event_type: 'save_problem_check',
    event: { problem_id: 'i4x://MITx/6.00x/problem/L1', success: 'correct', attempts, correct_map, state, answers },
  };
}

function todaysMarks(input: string, attempts: number): Written {
  const mark = { correctness: 'correct', npoints: null, msg: '', hint: '', hintmode: null };
  const correct_map: Json = { [input]: { ...mark, queuestate: null, answervariable: null } };
  const answers = { [input]: '42' };
  const state = {
    seed: 1,
    student_answers: answers,
    has_saved_answers: false,
    correct_map: {},
    correct_map_history: [],
    input_state: { [input]: {} },
    done: true,
  };
  const types = { response_type: 'stringresponse', input_type: 'textline' };
  const submission = {
    [input]: { question: '', answer: '42', ...types, correct: true, variant: '', group_label: '' },
  };
  return {
    page: 'x_module',
    event_source: 'server',
    event_type: 'problem_check',
    event: {
      state,
      problem_id: PROBLEM,
      answers,
      grade: 1,
      max_grade: 1,
      correct_map,
      success: 'correct',
      attempts,
      submission,
    },
  };
}
