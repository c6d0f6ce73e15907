/** Ways to spoil what happens to problems, videos and tasks. */
import type { Case } from './tamper.test.support.ts';
import { later, same, type Log, type Parts } from './tampered-log.test.support.ts';

const solves = ({ event }: Parts): boolean => event.success === 'correct';
const again = ({ event }: Parts): boolean => event.attempts > 1;
const about =
  (problem: string) =>
  ({ event }: Parts): boolean =>
    event.problem_id === problem;

/** The index of somebody's first play of a video, which is paused before it plays again, and of that pause. */
function run(log: Log): [play: number, pause: number] {
  for (const pause of log.indices('pause_video', ({ event }) => event.currentTime > 20)) {
    const { username, event } = log.at(pause);
    const isSame = (parts: Parts): boolean => parts.username === username && parts.event.id === event.id;
    const plays = log.indices('play_video', isSame).filter((play) => play < pause);
    if (plays.length === 1) return [plays[0]!, pause];
  }
  throw new Error('nobody pauses a first play');
}

/** The index of a play to which somebody has sought while the video played, near its start. */
function sought(log: Log): number {
  return log.find('play_video', ({ event, username, time }) => {
    if (event.currentTime > 60) return false;
    const isNext = (parts: Parts): boolean =>
      parts.username === username && parts.event.id === event.id && parts.time < time;
    const [play] = log.indices('play_video', isNext).slice(-1);
    if (play === undefined || log.at(play).time < later(time, -60)) return false;
    return log.indices('pause_video', isNext).every((pause) => pause < play);
  });
}

/** Checks a problem once more, from its last check on. */
function checkAgain(log: Log, is: (parts: Parts) => boolean): void {
  const save = log.find('save_problem_check', is);
  const { username, event } = log.at(save);
  const last = log.find(
    'save_problem_check',
    (parts) => parts.username === username && about(event.problem_id)(parts) && is(parts),
    save,
  );
  const form = log.find(
    'problem_check',
    (parts) => parts.username === username && parts.event.includes(Object.keys(event.answers)[0]),
  );
  log.copy(form, last, 60);
  log.copy(last, last + 1, 0.2, (parts) => {
    parts.event.attempts += 1;
    parts.event.success = 'incorrect';
  });
}

/** The index of a reset of a problem that the same person has checked before. */
function resetAfterCheck(log: Log): number {
  const isAfterCheck = (index: number): boolean => {
    const { username, event } = log.at(index);
    const [first = Infinity] = log.indices(
      'save_problem_check',
      (parts) => parts.username === username && about(event.problem_id)(parts),
    );
    return first < index;
  };
  return log.indices('reset_problem').find(isAfterCheck)!;
}

export const problemCases: readonly Case[] = [
  { rule: 'click', what: 'a check is never saved', tamper: (log) => log.drop(log.find('save_problem_check')) },
  { rule: 'click', what: 'a save comes from nowhere', tamper: (log) => log.drop(log.find('problem_check')) },
  { rule: 'click', what: 'an answer is never shown', tamper: (log) => log.drop(log.find('show_answer')) },
  { rule: 'click', what: 'an answer is shown to nobody', tamper: (log) => log.drop(log.find('problem_show')) },
  {
    rule: 'click',
    what: 'the server is slow',
    tamper: (log) => log.edit(log.find('save_problem_check'), (parts) => (parts.time = later(parts.time, 45))),
  },
  {
    rule: 'click',
    what: 'another answer is saved than was given',
    tamper: (log) =>
      log.edit(log.find('save_problem_check'), ({ event }) => (event.answers[Object.keys(event.answers)[0]!] = 'x')),
  },
  {
    rule: 'click',
    what: 'the saved check is another user’s',
    tamper(log) {
      const save = log.find('save_problem_check');
      const other = log.find('play_video', ({ username }) => username !== log.at(save).username);
      log.edit(save, (parts) => (parts.username = log.at(other).username));
    },
  },
  {
    rule: 'click',
    what: 'a check without its request',
    dialect: 'deployed',
    tamper: (log) => log.drop(log.find(/\/problem_check$/)),
  },
  {
    rule: 'click',
    what: 'the request sends another answer',
    dialect: 'deployed',
    tamper: (log) =>
      log.edit(
        log.find(/\/problem_check$/, ({ event }) => event.endsWith('}')),
        (parts) => (parts.event = parts.event.replace('["', '["x')),
      ),
  },
  {
    rule: 'click',
    what: 'a reset is never answered',
    dialect: 'deployed',
    tamper: (log) => log.drop(log.find('reset_problem')),
  },
  {
    rule: 'twice',
    what: 'documented: a check is logged twice',
    tamper: (log) => log.copy(log.find('problem_check'), log.find('problem_check'), 0.004),
  },
  {
    rule: 'twice',
    what: 'checks are logged once',
    dialect: 'deployed',
    tamper: (log) =>
      log
        .indices('problem_check', ({ event }) => event.includes('choice'))
        .filter((_, place) => place % 12 === 0)
        .toReversed()
        .forEach((index) => log.drop(index)),
  },
  {
    rule: 'click',
    what: 'too many clicks are missing',
    dialect: 'deployed',
    tamper: (log) =>
      log
        .indices('problem_show')
        .toReversed()
        .forEach((index) => log.drop(index)),
  },
  {
    rule: 'attempts',
    what: 'they start anew',
    tamper: (log) => log.edit(log.find('save_problem_check', again), ({ event }) => (event.attempts = 1)),
  },
  {
    rule: 'attempts',
    what: 'the first is the second',
    tamper: (log) => log.edit(log.find('save_problem_check'), ({ event }) => (event.attempts += 1)),
  },
  {
    rule: 'solved',
    what: 'what solves a problem does not when it is sent again',
    tamper: (log) => checkAgain(log, solves),
  },
  {
    rule: 'shown',
    what: 'the answer of a problem that nobody tried',
    tamper: (log) =>
      log.edit(
        log.find('show_answer'),
        ({ event }) => (event.problem_id = 'i4x://MITx/6.00x/problem/L28:L28_Problem_1'),
      ),
  },
  {
    rule: 'state',
    what: 'a second check forgets the first',
    tamper: (log) =>
      log.edit(
        log.find('save_problem_check', ({ event }) => event.state.done),
        ({ event }) => (event.state.student_answers = {}),
      ),
  },
  {
    rule: 'state',
    what: 'a second check comes with other marks',
    tamper(log) {
      const save = log.find('save_problem_check', ({ event }) => Object.keys(event.state.correct_map).length > 0);
      log.edit(save, ({ event }) => (Object.values<Parts>(event.state.correct_map)[0].msg = 'x'));
    },
  },
  {
    rule: 'state',
    what: 'a check does not know of marks that a grader has posted, or knows of others than it could',
    tamper(log) {
      const save = log.find('save_problem_check', ({ event }) =>
        Object.values<Parts>(event.state.correct_map).some(({ msg }) => msg.includes('tests passed')),
      );
      log.edit(save, ({ event }) => {
        for (const entry of Object.values<Parts>(event.state.correct_map)) entry.msg = 'Submitted to grader.';
      });
    },
  },
  {
    rule: 'state',
    what: 'a first check knows answers',
    tamper: (log) =>
      log.edit(log.find('save_problem_check'), ({ event }) => (event.state.student_answers = event.answers)),
  },
  {
    rule: 'state',
    what: 'the seed changes',
    tamper: (log) =>
      log.edit(
        log.find('save_problem_check', ({ event }) => event.state.done),
        ({ event }) => (event.state.seed += 1),
      ),
  },
  { rule: 'state', what: 'a reset is missing', tamper: (log) => log.drop(resetAfterCheck(log)) },
  {
    rule: 'state',
    what: 'a problem is reset that nobody tried',
    tamper: (log) =>
      log.edit(resetAfterCheck(log), ({ event }) => (event.problem_id = 'i4x://MITx/6.00x/problem/L28:L28_Problem_1')),
  },
  {
    rule: 'state',
    what: 'a reset clears nothing',
    dialect: 'deployed',
    tamper: (log) => log.edit(log.find('reset_problem'), ({ event }) => (event.new_state = event.old_state)),
  },
  {
    rule: 'state',
    what: 'an open problem is closed to a reset',
    dialect: 'deployed',
    tamper: (log) => log.edit(log.find('reset_problem_fail'), ({ event }) => (event.failure = 'closed')),
  },
  {
    rule: 'state',
    what: 'a reset of a problem that is done is refused as not done',
    dialect: 'deployed',
    tamper: (log) =>
      log.edit(log.find('reset_problem'), (parts) => {
        parts.event_type = 'reset_problem_fail';
        parts.event = { ...parts.event, failure: 'not_done' };
      }),
  },
  {
    rule: 'due',
    what: 'resets long after',
    tamper: (log) =>
      log
        .indices('reset_problem')
        .forEach((index) => log.edit(index, (parts) => (parts.time = later(parts.time, 60 * 86_400)))),
  },
  {
    rule: 'due',
    what: 'checks are sent and marked long after',
    dialect: 'deployed',
    tamper: (log) =>
      log
        .indices(/problem_check$/)
        .forEach((index) => log.edit(index, (parts) => (parts.time = later(parts.time, 60 * 86_400)))),
  },
  {
    rule: 'due',
    what: 'checks are sent in time and marked long after',
    tamper: (log) =>
      log
        .indices('save_problem_check')
        .forEach((index) => log.edit(index, (parts) => (parts.time = later(parts.time, 60 * 86_400)))),
  },
  {
    rule: 'state',
    what: 'an open problem is closed',
    dialect: 'deployed',
    tamper: (log) =>
      log.edit(
        log.find('save_problem_check_fail', ({ event }) => event.failure === 'unreset'),
        ({ event }) => (event.failure = 'closed'),
      ),
  },
];

export const videoAndTaskCases: readonly Case[] = [
  { rule: 'video', what: 'a pause without a play', tamper: (log) => log.drop(run(log)[0]) },
  {
    rule: 'video',
    what: 'it plays on two pages',
    tamper: (log) => log.edit(sought(log), (parts) => (parts.page = `${parts.page}#`)),
  },
  {
    rule: 'video',
    what: 'it runs faster than it can',
    tamper(log) {
      const [play, pause] = run(log);
      const { time: began, event: from } = log.at(play);
      log.edit(pause, ({ event, time }) => {
        const seconds = (Date.parse(`${time}Z`) - Date.parse(`${began}Z`)) / 1000;
        event.currentTime = from.currentTime + Number(event.speed) * seconds + 1;
      });
    },
  },
  {
    rule: 'video',
    what: 'it runs backward',
    tamper: (log) => log.edit(run(log)[0], ({ event }) => (event.currentTime += 1000)),
  },
  {
    rule: 'video',
    what: 'it is paused at another speed',
    tamper: (log) => log.edit(run(log)[1], ({ event }) => (event.speed = '1.75')),
  },
  {
    rule: 'video',
    what: 'it has another code',
    tamper: (log) => log.edit(run(log)[0], ({ event }) => (event.code = 'aaaaaaaaaaa')),
  },
  {
    rule: 'video',
    what: 'beyond its end',
    tamper: (log) => log.edit(run(log)[1], ({ event }) => (event.currentTime = 5000)),
  },
  {
    rule: 'rubric',
    what: 'the prompt is not shown',
    tamper: (log) => log.drop(log.find('staff_grading_show_problem')),
  },
  {
    rule: 'window',
    what: 'staff grade before essays are in',
    tamper: (log) =>
      log.edit(log.find('staff_grading_show_problem'), (parts) => (parts.time = later(parts.time, -10 * 86_400))),
  },
  {
    rule: 'window',
    what: 'peers grade long after',
    tamper: (log) =>
      log.edit(log.find('peer_grading_show_problem'), (parts) => (parts.time = later(parts.time, 30 * 86_400))),
  },
  { rule: 'rubric', what: 'a category is missing', tamper: (log) => log.drop(log.find('rubric_select')) },
  {
    rule: 'rubric',
    what: 'the last category is missing',
    tamper(log) {
      const hidden = log.at(log.find(/^(?:peer|staff)_grading_hide/));
      const isMine = same(hidden);
      const before = log.indices('rubric_select', (parts) => isMine(parts) && parts.time < hidden.time);
      const { category } = log.at(before.at(-1)!).event;
      for (const index of before.toReversed()) if (log.at(index).event.category === category) log.drop(index);
    },
  },
  {
    rule: 'rubric',
    what: 'a value is not in the rubric',
    tamper: (log) => log.edit(log.find('rubric_select'), ({ event }) => (event.value = 9)),
  },
  {
    rule: 'rubric',
    what: 'another task is marked',
    tamper: (log) => log.edit(log.find('rubric_select'), ({ event }) => (event.location += 'x')),
  },
  {
    rule: 'rubric',
    what: 'prompts stay open',
    tamper: (log) =>
      log
        .indices('staff_grading_hide_problem')
        .toReversed()
        .forEach((index) => log.drop(index)),
  },
  {
    rule: 'essay',
    what: 'it is begun twice',
    tamper(log) {
      const handedIn = log.find('oe_hide_problem');
      const begun = log.indices('oe_show_problem', same(log.at(handedIn))).findLast((index) => index < handedIn)!;
      log.copy(begun, handedIn, 9);
    },
  },
  {
    rule: 'essay',
    what: 'somebody without an essay grades peers',
    tamper: (log) =>
      log.edit(
        log.find('peer_grading_show_problem'),
        (parts) => (parts.username = log.at(log.find('play_video')).username),
      ),
  },
  {
    rule: 'example',
    what: 'peers are graded without any',
    dialect: 'deployed',
    tamper(log) {
      const { username } = log.at(log.find(/\/modx\/.+\/save_grade$/));
      log
        .indices(/\/save_calibration_essay$/, (parts) => parts.username === username)
        .toReversed()
        .forEach((index) => log.drop(index));
    },
  },
  {
    rule: 'feedback',
    what: 'it is answered unread',
    tamper(log) {
      const answer = log.find('oe_show_respond_to_feedback');
      log.drop(log.indices('oe_show_full_feedback', same(log.at(answer))).findLast((index) => index < answer)!);
    },
  },
  {
    rule: 'feedback',
    what: 'it is about no essay',
    tamper: (log) => log.edit(log.find('oe_show_full_feedback'), (parts) => (parts.page += 'x')),
  },
];
