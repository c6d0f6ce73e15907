import { withObjects } from '../../src/line/entries.ts';
import { parseLine } from '../../src/line/parse.ts';
import type { LogRecord } from '../../src/line/record.ts';
import { TIME_FORMATS } from '../../src/line/encode.ts';
import { request } from '../../src/spec/index.ts';
import { builtInCourse } from '../course/built-in.ts';
import { loadCourse } from '../course/load.ts';
import { loadBehaviour } from '../learners/load-behaviour.ts';
import { loadPreset } from '../learners/presets.ts';
import { checkSite, presetOf, resolvePlan, resolveSitePlan, type SimulateOptions } from './options.ts';
import { loadSite } from '../site/load.ts';
import { isWhole, type Line } from '../model/line.ts';
import { mergedLines } from '../simulation/merge.ts';
import { encoderOf, LONGEST_LINE, type Plan } from '../simulation/plan.ts';
import { isReshaped, reshapedText } from '../simulation/reshaped.ts';
import { tutorPrefix } from '../simulation/tutor-prefix.ts';

/** A simulated log, to be iterated: records, or by lines() the lines themselves. Each iteration simulates anew. */
export interface Simulation extends AsyncIterable<LogRecord> {
  /** The log's lines in time order, each with its newline, ASCII only. */
  lines(): AsyncIterable<string>;
}

function encode(plan: Plan, line: Line): string {
  const { type, common, time, lag, payload, path, more } = line;
  if (isReshaped(line)) return reshapedText(plan, line);
  return encoderOf(plan, type)(common, time - lag, payload, path, more);
}

/** Whether a line's record has to be read from its text: where that does not hold all of the payload, or more than the payload. */
const isDumped = ({ dialect }: Plan, line: Line): boolean =>
  line.type === request || dialect === 'current' || line.more !== '' || isReshaped(line);

/** Any other line as the record that parseLine gives for its text; whole, even where the deployed platform would cut the line. */
function recordOf(plan: Plan, line: Line): LogRecord {
  const { common, type, time, lag, payload, path } = line;
  const { session, host, ...fields } = common.fields;
  return {
    ...fields,
    ...(session !== undefined && { session }),
    ...(host !== undefined && { host }),
    time: TIME_FORMATS[plan.dialect](time - lag),
    event_source: type.source,
    event_type: type.names ? path : type.name,
    event: withObjects(payload) as LogRecord['event'],
  };
}

/** What is to be simulated. */
export function planOf(options: SimulateOptions): Plan {
  checkSite(options);
  if (options.site !== undefined) return resolveSitePlan(options, loadSite(options.site));
  const preset = presetOf(options);
  const course = options.course === undefined ? builtInCourse() : loadCourse(options.course);
  return resolvePlan(
    options,
    course,
    options.behaviour === undefined ? loadPreset(preset) : loadBehaviour(options.behaviour),
  );
}

/**
 * Simulates a site, in this thread, without writing files.
 *
 * ```ts
 * for await (const record of simulate({ users: 10, days: 1 })) console.log(record.time, record.event_type);
 * ```
 *
 * @throws UserError at once, when an option is wrong
 */
export function simulate(options: SimulateOptions = {}): Simulation {
  const plan = planOf(options);
  return {
    async *[Symbol.asyncIterator]() {
      for (const line of mergedLines(plan)) {
        const text = isDumped(plan, line) ? encode(plan, line) : '';
        // The end of a file that was cut off is no record.
        if (text.length <= LONGEST_LINE[plan.dialect] && (text === '' || isWhole(text)))
          yield text === '' ? recordOf(plan, line) : parseLine(text, plan.dialect);
      }
    },
    async *lines() {
      for (const line of mergedLines(plan)) {
        const text = encode(plan, line);
        const whole = isWhole(text) ? text : `${text}\n`;
        if (whole.length <= LONGEST_LINE[plan.dialect])
          yield plan.prefix === 'tutor' ? tutorPrefix(line) + whole : whole;
      }
    },
  };
}
