/** The checker of today's logs has eyes: what is taken out of a right log, or put in twice, it misses or finds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { remember } from '../../../src/base/remember.ts';
import { linesOf } from '../../runs.ts';
import { faultsOf, type RuleName } from './check.test.support.ts';
import { entryOf } from './entry.test.support.ts';

const RUN = { users: 80, days: 10, seed: 'tamper', servers: 1, dialect: 'current' } as const;

const read = remember(entryOf, { most: Infinity });

const check = (lines: readonly string[], ...only: RuleName[]) =>
  faultsOf(lines, { start: '2026-03-02', days: RUN.days, read, ...(only.length > 0 && { only }) });

const usernameOf = (line: string): string | undefined => /"username": "([^"]*)"/.exec(line)?.[1];

let lines: string[];
/** Of each line. */
let people: (string | undefined)[];
beforeAll(async () => {
  lines = await linesOf(RUN);
  people = lines.map(usernameOf);
});

test('the log is right as it is', () => expect(check(lines).slice(0, 3)).toEqual([]));

/** The block that a server's line is of, or the video that a browser's is. */
const blockOf = (line: string): string | undefined =>
  /"usage_key": "([^"]*)"|\\"id\\": \\"([0-9a-f]{32}\\")/.exec(line)?.slice(1).join('');

const frameOf = (line: string): string | undefined => /"event_type": "(\/xblock\/[^"]*)"/.exec(line)?.[1];

/** Whether a line is of a frame that its person has asked for before: that one was in front then, and nobody misses the other. */
function isAgain(index: number): boolean {
  const frame = frameOf(lines[index]!);
  return (
    frame !== undefined &&
    lines.some((line, other) => other < index && people[other] === people[index] && frameOf(line) === frame)
  );
}

/** The place of a line, from the middle of the log on, that fits, and so does, where it matters, its person's next line, or any later one of the same block. */
function placeOf(pattern: RegExp, next?: RegExp, isNext = true): number {
  const isFollowed = (index: number): boolean => {
    const later = lines.filter((_, other) => other > index && people[other] === people[index]);
    return (isNext ? later.slice(0, 1) : later.filter((line) => blockOf(line) === blockOf(lines[index]!))).some(
      (line) => next!.test(line),
    );
  };
  const places = [...lines.keys()].filter((index) => pattern.test(lines[index]!));
  const middle = Math.floor(places.length / 2);
  return [...places.slice(middle), ...places.slice(0, middle)].find(
    (index) => !next || (!isAgain(index) && isFollowed(index)),
  )!;
}

const typed = (type: string): RegExp => new RegExp(`"event_type": "${type}", `);

/** The rule, the line, and what must follow it, at once or not: nobody misses the last page that somebody turned to. */
const NEEDED: Record<string, readonly [RuleName, RegExp, RegExp?, boolean?]> = {
  'the request of a check': ['click', /"event_type": "[^"]*\/problem_check"/],
  'completion of a check': ['click', /"block_type": "problem", "completion": 1/],
  'points of a check': [
    'click',
    /type@problem\+.*"weighted_earned": [1-9].*"event_type": "edx\.grades\.problem\.submitted"/,
  ],
  'marks of a check': ['click', /"event_type": "problem_check", "event_source": "server"/],
  'marks that are shown': ['click', typed('problem_graded')],
  'the click of a check': ['click', /"event_type": "problem_check", "event_source": "browser"/],
  'the grade of a part': ['worker', typed('edx.grades.subsection.grade_calculated')],
  'the grade of the course': ['worker', typed('edx.grades.course.grade_calculated')],
  'whether that passes': ['worker', typed('edx.course.grade.now_failed')],
  'a player that loads': ['player', typed('load_video'), typed('play_video'), false],
  'a seek to the start of what was left': ['player', /\\"old_time\\": [1-9]\d*, \\"new_time\\": 0,/, /"play_video"/],
  'a stop at the end': ['player', typed('stop_video')],
  'a position that is kept': ['player', /saved_video_position/],
  'completion of a video': ['player', /"block_type": "video", "completion": 1/],
  'completion of a text': ['text', /"block_type": "html", "completion": 1/],
  'what a page says of its text': ['text', /"event_type": "[^"]*type@html[^"]*\/publish_completion"/],
  'a turn of a page in PDF': ['book', /\\"type\\": \\"nextpage\\".*pdf\.page\.navigatednext/, /pdf\.page/],
  'an essay that is handed in': [
    'essay',
    typed('openassessmentblock.create_submission'),
    typed('openassessment(?:block.self_assess|block.get_peer_submission|.student_training_assess_example)'),
    false,
  ],
  'the frame of a unit': [
    'unit',
    /"event_type": "\/xblock\/[^"]*"/,
    /"event_type": "(?:seq_|edx\.ui\.lms\.sequence\.)/,
  ],
};

describe('taken out', () => {
  test.each(Object.entries(NEEDED))('%s', (_, [rule, pattern, ...next]) => {
    const place = placeOf(pattern, ...next);
    const without = lines.toSpliced(place, 1);
    expect(check(without, rule).map((fault) => fault.rule)).toContain(rule);
  });
});

test('a post that its author changes, and one that nobody has written', () => {
  const place = placeOf(typed('edx.forum.response.created'));
  const edited = lines[place]!.replaceAll('response.created', 'response.edited');
  const posts = (line: string) => check(lines.toSpliced(place + 1, 0, line), 'post');
  expect(posts(edited)).toEqual([]);
  expect(posts(edited.replace(/"id": "[0-9a-f]{24}", "category/, '"id": "7", "category'))).toHaveLength(1);
});

test('a thread of another one, by another title, and before it is there', () => {
  const created = typed('edx.forum.thread.created');
  const begun = lines
    .filter((line) => created.test(line))
    .map((line) => /"id": "([0-9a-f]{24})", "category/.exec(line)![1]!);
  const place = lines.findIndex(
    (line) =>
      typed('edx.forum.thread.viewed').test(line) && begun.some((id) => line.includes(`"id": "${id}", "category`)),
  );
  const view = lines[place]!;
  const posts = (line: string, where = place) => check(lines.toSpliced(where, 0, line), 'post');
  expect(posts(view)).toEqual([]);
  expect(posts(view.replace(/"target_username": "[^"]*"/, '"target_username": "nobody"'))).toHaveLength(1);
  expect(posts(view.replace(/"title": "(?:[^"\\]|\\.)*"/, '"title": "?"'))).toHaveLength(1);
  expect(posts(view.replace(/"time": "[^"]*"/, '"time": "2026-03-02T00:00:00+00:00"'), 0)).toHaveLength(1);
});

test('an essay that is given twice, one’s own, one that is not there yet, and one that was not given', () => {
  const places = [...lines.keys()].filter((index) =>
    typed('openassessmentblock.create_submission').test(lines[index]!),
  );
  /** The third of a block, with two before it and another one after it. */
  const alike = (index: number) => places.filter((other) => blockOf(lines[other]!) === blockOf(lines[index]!));
  const [first, second, place, next] = alike(places.find((index) => alike(index).length > 3)!) as [
    number,
    number,
    number,
    number,
  ];
  const idOf = (line: string): string => /(?<="submission_uuid": ")[^"]*/.exec(line)![0];
  const told = (name: string, event: object): string => {
    const type = `openassessmentblock.${name}`;
    return JSON.stringify({ ...JSON.parse(lines[place]!), name: type, event_type: type, event });
  };
  const item_id = blockOf(lines[place]!);
  const given = (id: string) => told('get_peer_submission', { submission_returned_uuid: id, item_id });
  const assessed = (id: string) => told('peer_assess', { submission_uuid: id });
  const messages = (...added: readonly string[]) =>
    check(lines.toSpliced(place + 1, 0, ...added))
      .map(({ message }) => message)
      .filter((message) => message !== 'comes before the examples');
  const [one, other] = [idOf(lines[first]!), idOf(lines[second]!)];
  expect(messages(given(one), assessed(one))).toEqual([]);
  expect(messages(given(one), given(one))).toEqual([]);
  expect(messages(given(one), given(other))).toEqual(['is given before the last one is assessed']);
  expect(messages(given(one), assessed(one), given(one))).toEqual(['was assessed already']);
  expect(messages(given(idOf(lines[place]!)))).toEqual(['is one’s own essay']);
  expect(messages(given(idOf(lines[next]!)))).toEqual(['was not handed in']);
  expect(messages(given(one), assessed(other))).toEqual(['is of another essay than was given']);
});

test('a peer’s essay before the examples', () => {
  const place = placeOf(typed('openassessmentblock.create_submission'));
  const got = lines[place]!.replaceAll('create_submission', 'get_peer_submission');
  expect(check(lines.toSpliced(place + 1, 0, got), 'essay').map(({ rule }) => rule)).toContain('essay');
});

test('a pause before the next play', () => {
  const whose = (line: string): string => /"username": "([^"]*)"/.exec(line)![1]!;
  const ofPlayer = [...lines.keys()].filter((index) =>
    /"event_type": "(play|pause|load|seek)_video"/.test(lines[index]!),
  );
  const place = ofPlayer.find((index, at) => {
    const next = ofPlayer.slice(at + 1).find((other) => whose(lines[other]!) === whose(lines[index]!));
    return /"pause_video", /.test(lines[index]!) && next !== undefined && /"play_video", /.test(lines[next]!);
  });
  expect(check(lines.toSpliced(place!, 1), 'player').map((fault) => fault.rule)).toContain('player');
});

const CHANGED: Record<string, readonly [RuleName, RegExp, string]> = {
  'the number of a check': ['state', /"attempts": (\d+), "submission"/, '"attempts": 9, "submission"'],
  'points that nobody gave': [
    'click',
    // What stands before is looked at last: at the start it would be looked for at every letter of every line.
    /"weighted_earned": [1-9]\d*(?<="problem_id": "[^"]*@problem[^"]*".*)/,
    '"weighted_earned": 77',
  ],
  'somebody else’s number': ['people', /"user_id": \d+, "path": "\/event"/, '"user_id": 5, "path": "/event"'],
  'another browser’s session': ['people', /(?<="session": "\w{32}", "ip": "[^"]*", )"agent": "[^"]+"/, '"agent": "x"'],
  'a transaction of nobody': [
    'worker',
    /"event_transaction_id": "[^"]*", "event_transaction_type": "[^"]*", "grading/,
    '"event_transaction_id": "x", "event_transaction_type": "y", "grading',
  ],
  'a position beyond the clock': [
    'player',
    /\\"currentTime\\": [\d.]+\}", (?=.*"pause_video")/,
    '\\"currentTime\\": 99999}", ',
  ],
  'a position that is kept': [
    'player',
    /saved_video_position\\": \[\\"[^"]*"/,
    'saved_video_position\\": [\\"09:59:59\\"',
  ],
  'a unit that is not in front': [
    'unit',
    /vertical\+block@[0-9a-f]{32}\\", \\"tab_count\\"/,
    `vertical+block@${'0'.repeat(32)}\\", \\"tab_count\\"`,
  ],
};

describe('changed', () => {
  test.each(Object.entries(CHANGED))('%s', (_, [rule, pattern, to]) => {
    const place = placeOf(pattern);
    const other = lines.with(place, lines[place]!.replace(pattern, to));
    expect(other[place]).not.toBe(lines[place]);
    expect(check(other, rule).map((fault) => fault.rule)).toContain(rule);
  });
});

test.each([
  ['a pause and what keeps it', typed('pause_video'), /saved_video_position/],
  ['two requests of a page', typed('/api/courseware/course/[^"]*'), typed('/api/course_home/navigation/[^"]*')],
])('%s: the second overtakes the first at times', (_, first, second) => {
  const waiting = new Map<string | undefined, string>();
  const orders: boolean[] = [];
  for (const [index, line] of lines.entries()) {
    const kind = first.test(line) ? 'first' : second.test(line) ? 'second' : undefined;
    if (kind === undefined) continue;
    const other = waiting.get(people[index]);
    if (other !== undefined && other !== kind) {
      orders.push(kind === 'first');
      waiting.delete(people[index]);
    } else waiting.set(people[index], kind);
  }
  const overtaken = orders.filter(Boolean).length / orders.length;
  expect(overtaken).toBeGreaterThan(0.2);
  expect(overtaken).toBeLessThan(0.55);
});
