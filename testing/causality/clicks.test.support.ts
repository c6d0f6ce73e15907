/** A click on a problem's button: what the browser logs, the request (deployed), and what the server answers. */
import { problems } from './course.test.support.ts';
import { canonical, htmlIdOf, problemOfAnswer, type Entry } from './entry.test.support.ts';
import { Losses, SECOND, type MakeRule } from './rule.test.support.ts';

const ANSWERS: Record<string, readonly string[]> = {
  problem_check: ['save_problem_check', 'save_problem_check_fail'],
  problem_save: ['save_problem_fail'],
  problem_reset: ['reset_problem', 'reset_problem_fail'],
  problem_show: ['show_answer'],
};
/** A reset that is written has no line of the browser's in documented logs. */
const CLICK_OF = { documented: new Map<string, string>(), deployed: new Map<string, string>() };
for (const [click, answers] of Object.entries(ANSWERS)) {
  for (const answer of answers) {
    CLICK_OF.deployed.set(answer, click);
    if (click !== 'problem_reset') CLICK_OF.documented.set(answer, click);
  }
}

/** Nearly all take less than a second; servers stall, and messages are sent again. */
const LATEST = 40 * SECOND;
/** A click and its request leave together: so long after the other at most either arrives. */
const TOGETHER = 10 * SECOND;

interface Click {
  readonly entry: Entry;
  /** The problem's html id; of a form without a field only the request tells. */
  problem: string | undefined;
  request: Entry | undefined;
  /** How often it was logged. */
  times: number;
}

const problemOfClick = ({ type, payload }: Entry): string | undefined =>
  type === 'problem_show' ? htmlIdOf(payload.problem) : Object.keys(payload).map(problemOfAnswer)[0];

/** What the request of a click must have sent; undefined when it was cut, or says only which problem. */
function isSent(click: Entry, { payload }: Entry): boolean {
  if ('cut' in payload || click.type === 'problem_reset' || click.type === 'problem_show') return true;
  const sent = Object.entries(payload.POST as Record<string, string[]>).map(([key, values]) => {
    const [, id, several] = /^input_(.*?)(\[\])?$/.exec(key)!;
    return [id, several ? values : values[0]];
  });
  return canonical(Object.fromEntries(sent)) === canonical(click.payload);
}

/** Who waits for an answer in one tab may do something in another. */
const isElsewhere = (entry: Entry, click: Entry): boolean => entry.page !== click.page;

/**
 * Each click has its answer within seconds, on the same page, about the same problem and answers; each answer its click, but for a few
 * that got lost, whose request tells of them (deployed).
 */
export const click: MakeRule = ({ dialect, end }, complain) => {
  const open = new Map<string, Click>();
  /** Requests that came before the click that they left with [deployed]. */
  const early = new Map<string, Entry>();
  const losses = new Losses(complain, 'answers a click that is missing, and too many are');

  function answer(entry: Entry): void {
    const found = open.get(entry.person);
    const cause = CLICK_OF[dialect].get(entry.type)!;
    if (!found && early.get(entry.person)?.type.endsWith(`/${cause}`)) {
      early.delete(entry.person);
      return losses.misses(entry);
    }
    if (!found || found.entry.type !== cause) return complain(entry, 'answers no click');
    losses.arrives(entry);
    open.delete(entry.person);
    const { payload } = entry;
    const problem = payload.problem_id && htmlIdOf(payload.problem_id);
    if (problem && found.problem && problem !== found.problem)
      complain(entry, 'is about another problem than the click');
    if (payload.answers && canonical(payload.answers) !== canonical(found.entry.payload))
      complain(entry, 'has other answers than the form');
    if (dialect === 'deployed' && !found.request) complain(entry, 'answers no request');
  }

  function ask(found: Click, request: Entry): void {
    const problem = htmlIdOf(/\/modx\/(.*)\/\w+$/.exec(request.type)![1]!);
    if (found.problem && found.problem !== problem) complain(request, 'asks for another problem than the click');
    if (!isSent(found.entry, request)) complain(request, 'sends other answers than the form');
    found.problem = problem;
    found.request = request;
  }

  function see(entry: Entry): void {
    const { person, type, time } = entry;
    const found = open.get(person);
    const request = early.get(person);
    if (request && time - request.time > TOGETHER) {
      complain(request, 'is the request of no click');
      early.delete(person);
    }
    if (found && time - found.entry.time > LATEST) {
      complain(found.entry, 'has no answer');
      open.delete(person);
    }
    if (CLICK_OF[dialect].has(entry.type)) answer(entry);
    else if (entry.source === 'browser' && found) {
      const again = dialect === 'deployed' && type === 'problem_check' && found.times === 1;
      const isSame = again && canonical(entry.payload) === canonical(found.entry.payload);
      found.times += 1;
      if (!isSame && (!isElsewhere(entry, found.entry) || type in ANSWERS))
        complain(entry, `comes before the answer to ${found.entry.type}`);
    } else if (entry.source === 'browser' && type in ANSWERS) {
      const opened: Click = { entry, problem: problemOfClick(entry), request: undefined, times: 1 };
      open.set(person, opened);
      const sent = early.get(person);
      if (sent?.type.endsWith(`/${type}`)) {
        early.delete(person);
        ask(opened, sent);
      }
    } else if (found && !found.request && type.endsWith(`/${found.entry.type}`)) ask(found, entry);
    else if (/\/problem_(check|save|reset|show)$/.test(type)) {
      if (found || early.has(person)) complain(entry, 'is the request of no click');
      early.set(person, entry);
    }
  }

  return {
    see,
    end() {
      for (const { entry } of open.values()) if (entry.time < end - LATEST) complain(entry, 'has no answer');
      for (const entry of early.values())
        if (entry.time < end - TOGETHER) complain(entry, 'is the request of no click');
      losses.end();
    },
  };
};

/** Deployed: a check of a problem without files is logged twice, but for a few that got lost, of one with files once. Documented: always once. */
export const twice: MakeRule = ({ dialect, end }, complain) => {
  const last = new Map<string, { entry: Entry; times: number }>();
  const losses = new Losses(complain, 'is logged once, as too many are');
  const check = ({ entry, times }: { entry: Entry; times: number }): void => {
    const problem = problems.get(problemOfClick(entry) ?? '')?.thing;
    if (!problem) return;
    const files = problem.inputs.some(({ kind }) => kind === 'code');
    const expected = dialect === 'deployed' && !files ? 2 : 1;
    if (times === 1 && expected === 2) losses.misses(entry);
    else if (times === expected) losses.arrives(entry);
    else complain(entry, `is logged ${times} times, not ${expected}`);
  };
  return {
    see(entry) {
      const before = last.get(entry.person);
      const isAnswer = ANSWERS['problem_check']!.includes(entry.type);
      if (before && (isAnswer || entry.time - before.entry.time > LATEST)) {
        check(before);
        last.delete(entry.person);
      }
      if (entry.type !== 'problem_check') return;
      if (before && last.has(entry.person)) before.times += 1;
      else last.set(entry.person, { entry, times: 1 });
    },
    end() {
      [...last.values()].filter(({ entry }) => entry.time < end - LATEST).forEach(check);
      losses.end();
    },
  };
};
