/** Payloads of today: keys of blocks, ids of records, tabs, pages that are closed. */
import { pick } from '../../../src/base/random/index.ts';
import { isUsageKey } from '../../../src/spec/keys.ts';
import { pageClose, problemChecked } from '../../../src/spec/events/index.ts';
import type { Dialect } from '../../../src/spec/index.ts';
import { lineFaults } from '../fault.ts';
import type { Fields, ValidLine } from '../valid-line.ts';
import { payloadFaults } from './payload-fault.ts';
import { valueFaults } from './value-fault.ts';

const dialects: readonly Dialect[] = ['current'];

/** The members of a payload that are a block's key. */
const blocksIn = (payload: Fields | undefined): string[] =>
  Object.entries(payload ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' && isUsageKey(value) ? [key] : [],
  );

const hasCourse = ({ fields }: ValidLine): boolean => (fields!['context'] as Fields)['course_id'] !== '';

export const todaysPayloadFaults = [
  ...lineFaults({ level: 'payload', verdict: 'reject', rule: 'course-block' }, [
    {
      // A course that was exported from an old site, whose keys stayed as they were.
      id: 'legacy-key',
      wording: 'A block has a legacy key in a course that is none.',
      dialects,
      break(line, random) {
        const { payload } = line;
        const keys = blocksIn(payload);
        if (keys.length === 0 || !hasCourse(line)) return undefined;
        return line.withPayload({ ...payload, [pick(random, keys)]: 'i4x://EdgenX/BEE101/problem/Forage' });
      },
    },
  ]),
  ...lineFaults({ level: 'payload', verdict: 'reject', rule: 'usage-key' }, [
    {
      id: 'block-id-bare',
      wording: 'A block is named by its id alone.',
      dialects,
      break(line, random) {
        const { payload } = line;
        const keys = blocksIn(payload);
        if (keys.length === 0) return undefined;
        const key = pick(random, keys);
        return line.withPayload({ ...payload, [key]: String(payload![key]).replace(/^.*[@/]/, '') });
      },
    },
  ]),
  ...lineFaults({ level: 'payload', verdict: 'reject', rule: 'tab-fields' }, [
    {
      // By who counts tabs from 0.
      id: 'tab-from-zero',
      wording: 'What an older word for a move promises counts from 0.',
      dialects,
      break(line) {
        const { payload } = line;
        if (line.shape!.alias === undefined || typeof payload?.['old'] !== 'number' || payload['old'] < 2)
          return undefined;
        return line.withPayload({ ...payload, old: payload['old'] - 1 });
      },
    },
  ]),
  ...lineFaults({ level: 'payload', verdict: 'reject', rule: 'event-json' }, [
    {
      id: 'page-close-empty',
      wording: 'The event of a page that is closed is empty.',
      dialects,
      break: (line) => (line.eventType === pageClose.name ? line.with('event', '') : undefined),
    },
  ]),
  ...valueFaults('video-id', [
    {
      // The key as the server knows it.
      id: 'video-id-key',
      wording: 'A video is named by its whole key, not by its id.',
      dialects,
      change: (id) => `block-v1:EdgenX+BEE101+2026+type@video+block@${String(id)}`,
    },
  ]),
  ...payloadFaults(problemChecked, 'success-map', [
    {
      // A check that was marked again, and stored in between.
      id: 'check-contradicts',
      wording: 'A check’s success is not what its correct_map says.',
      dialects,
      change: (check) => ({ ...check, success: check.success === 'correct' ? 'incorrect' : 'correct' }),
    },
  ]),
  ...valueFaults('record-id', [
    {
      id: 'record-id-braced',
      wording: 'An id of a record stands in braces.',
      dialects,
      change: (id) => `{${String(id)}}`,
    },
  ]),
];
