/** Every fault operator. Those of one kind stand in one table; those with an algorithm of their own stand alone. */
import type { Dialect } from '../../src/spec/index.ts';
import { gzipFaults } from './archive/gzip.ts';
import { memberFaults } from './archive/members.ts';
import { nameFaults } from './archive/names.ts';
import { tarFaults } from './archive/tar.ts';
import { cutFaults } from './bytes/cuts.ts';
import { edgeFaults } from './bytes/edges.ts';
import { encodingFaults } from './bytes/encoding.ts';
import { newlineFaults } from './bytes/newlines.ts';
import { noiseFaults } from './bytes/noise.ts';
import { utf8Raw } from './bytes/utf8-raw.ts';
import { LEVELS, type Fault, type LineFault } from './fault.ts';
import { anyFieldFaults } from './fields/any-field.ts';
import { eventTypeFaults } from './fields/event-type.ts';
import { sessionFaults } from './fields/session.ts';
import { timeFaults } from './fields/time.ts';
import { todaysFaults } from './fields/todays.ts';
import { whoAndWhereFaults } from './fields/who-and-where.ts';
import { eventQuotingFaults } from './json/event-quoting.ts';
import { lineValueFaults } from './json/line-values.ts';
import { literalFaults } from './json/literals.ts';
import { markFaults } from './json/marks.ts';
import { spellingFaults } from './json/spellings.ts';
import { stringFaults } from './json/strings.ts';
import { neighbourFaults } from './order/neighbours.ts';
import { repeatedFaults } from './order/repeated.ts';
import { wrappedArray } from './order/wrapped-array.ts';
import { wrongDay } from './order/wrong-day.ts';
import { answerIdControl } from './payload/answer-id-control.ts';
import { anyValueFaults } from './payload/any-value.ts';
import { checkFaults } from './payload/check.ts';
import { eventFaults } from './payload/event.ts';
import { formFaults } from './payload/form.ts';
import { positionFaults } from './payload/positions.ts';
import { problemFaults } from './payload/problem.ts';
import { requestFaults } from './payload/request.ts';
import { todaysPayloadFaults } from './payload/todays.ts';
import { videoFaults } from './payload/video.ts';

const TABLES: readonly (readonly Fault[])[] = [
  encodingFaults,
  [utf8Raw],
  edgeFaults,
  cutFaults,
  noiseFaults,
  newlineFaults,
  markFaults,
  literalFaults,
  stringFaults,
  spellingFaults,
  lineValueFaults,
  eventQuotingFaults,
  anyFieldFaults,
  timeFaults,
  sessionFaults,
  eventTypeFaults,
  whoAndWhereFaults,
  todaysFaults,
  todaysPayloadFaults,
  eventFaults,
  formFaults,
  requestFaults,
  anyValueFaults,
  [answerIdControl],
  positionFaults,
  videoFaults,
  problemFaults,
  checkFaults,
  repeatedFaults,
  neighbourFaults,
  [wrappedArray, wrongDay],
  gzipFaults,
  tarFaults,
  nameFaults,
  memberFaults,
];

/**
 * Every fault operator, by level and id. The order is a promise: which operator breaks a line is drawn from it, so that the
 * order of tables and rows must not matter.
 */
export const FAULTS: readonly Fault[] = TABLES.flat().toSorted(
  (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.id < b.id ? -1 : 1),
);

/** Whether an operator acts on a dialect. */
export const actsOn = ({ dialects }: Fault, dialect: Dialect): boolean => dialects?.includes(dialect) ?? true;

/** The operators that act on lines. */
export const LINE_FAULTS: readonly LineFault[] = FAULTS.filter((fault) => fault.scope === 'line');

/** The operators that a share of a dialect’s lines is drawn from: those named, or all that act without being named. */
export const drawnFrom = (names: readonly string[], dialect: Dialect): LineFault[] =>
  LINE_FAULTS.filter((fault) =>
    names.length > 0 ? names.includes(fault.id) : actsOn(fault, dialect) && !fault.onlyNamed,
  );
