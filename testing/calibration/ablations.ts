/** Ways to turn a mechanism of the simulation off, to show that a statistic would tell. */
import type { Course } from '../../generators/course/course.ts';
import { stream } from '../../src/base/random/index.ts';
import type { Behaviour, Kind } from '../../generators/learners/behaviour.ts';
import { withProblems } from '../courses.ts';
import {
  answersAtRandom,
  each,
  frozenBrowsers,
  messagesAtRandom,
  queueAtRandom,
  spacedAnswers,
  strewnAddresses,
} from './changed-lines.ts';
import type { Seen } from './observer.ts';

/**
 * What is changed in a run, in place, before it begins; or in what is seen of it.
 * Mechanisms share a run where each alone moves its own statistics out of their bands and leaves those of the others in theirs.
 */
export interface Ablation {
  /** How many people it takes to tell. */
  readonly users?: number;
  /** The statistics, by row and name, that leave their bands. */
  readonly breaks?: readonly string[];
  readonly behaviour?: (behaviour: Behaviour) => void;
  readonly course?: (course: Course) => Course;
  readonly seen?: (seen: Seen) => Seen;
}

const everyKind = (behaviour: Behaviour, change: Partial<Kind>): void => {
  for (const kind of Object.values(behaviour.kinds)) Object.assign(kind, change);
};

const only =
  (name: keyof Behaviour['kinds']) =>
  ({ kinds }: Behaviour): void => {
    for (const [other, kind] of Object.entries(kinds)) kind.share = Number(other === name);
  };

const easy = (course: Course): Course =>
  withProblems(course, (problems) => problems.map((problem) => ({ ...problem, difficulty: 0 })));

export const ABLATIONS = {
  'all samplers': {
    breaks: ['events on an active day: sd of the logarithm', 'a day that has any: mean events of problems'],
    behaviour: only('sampler'),
  },
  'nobody cannot have enough': {
    users: 100,
    breaks: ['events a learner: the busiest, to the 99th percentile'],
    behaviour: ({ people }) => void (people.devoted.share = 0),
  },
  'all completers': {
    users: 60,
    breaks: [
      'events a learner: Kolmogorov-Smirnov distance of the logarithm to a normal one of the same mean and the source’s sd',
      'active days in 30: mean',
      'share active on a day: day 7',
      'share active on a day: day 14',
      'visit days: over forty',
      'submissions a learner: sd of the logarithm, of those who submit',
    ],
    behaviour: only('completer'),
  },
  'all begin on the first day': {
    users: 60,
    breaks: ['share active on a day: day 0', 'first day: day 0', 'first day: day 7'],
    behaviour: (behaviour) => everyKind(behaviour, { firstDay: { scale: 0.001, shape: 1 } }),
  },
  'people begin at any time': {
    users: 300,
    breaks: [
      'first day: day 1',
      'weekly volume: checks of a week, to those of the week before',
      'weekly volume: the last three weeks to the first three',
    ],
    behaviour: (behaviour) => everyKind(behaviour, { firstDay: { scale: 200, shape: 1 } }),
  },
  'nobody drops out': {
    users: 100,
    breaks: [
      'events a learner: sd of the logarithm',
      'active days in 30: one day only',
      'active again the next day: after an idle day',
      'share active on a day: day 29',
      'visit days: one day',
      'visit days: at most ten',
      'saw over half: share of all',
      'kinds of learner: completing',
      'kinds of learner: auditing',
      'kinds of learner: sampling',
    ],
    behaviour(behaviour) {
      everyKind(behaviour, { days: { scale: 10_000, shape: 20 }, decline: 0 });
      behaviour.course.decline = 0;
    },
  },
  'days of coming at random': {
    users: 100,
    breaks: ['active days in 30: two days', 'active again the next day: after an active day'],
    behaviour: (behaviour) => everyKind(behaviour, { nextDay: 0.03, gap: { mean: 3, sd: 0 } }),
  },
  'all hours alike': {
    users: 2500,
    breaks: ['hour, UTC: share of the lowest hour'],
    behaviour(behaviour) {
      // Sittings of a few clicks, as many small ones tell of hours what it takes many more people to tell by long ones.
      everyKind(behaviour, { deadlines: 0, actions: 1, solves: 0, watches: 0 });
      // Some have an hour of their own, and a few of them come all the time.
      behaviour.people.devoted.share = 0;
      behaviour.people.regular = 0;
      behaviour.calendar.hours.fill(1);
      behaviour.calendar.mails.share = 0;
    },
  },
  'all in one time zone': {
    users: 100,
    breaks: ['hour, UTC: share of the highest hour'],
    behaviour({ countries }) {
      for (const country of countries) country.zones = [{ hours: 0, share: 1 }];
    },
  },
  'days off at weekends, the clock turned by half a day': {
    users: 100,
    breaks: [
      'day of the week, no deadline: highest to lowest day, of those who never check',
      'hour, UTC: the middle of the day’s activity (circular mean)',
    ],
    behaviour({ calendar }) {
      calendar.weekdays = [1, 1, 1, 1, 1, 0.1, 0.1];
      calendar.hours = [...calendar.hours.slice(12), ...calendar.hours.slice(0, 12)];
    },
  },
  'no deadlines, no mails, one time to answer, no guesses, nothing learned, one address and browser for ever': {
    // All that takes many people to tell.
    users: 1000,
    breaks: [
      'mails: sittings that begin in the four hours after a week’s mail, to those of other days',
      'before the deadline: share in the last day',
      'before the deadline: median hours',
      'day of the week, submissions: the day of the deadline, Sunday',
      'day of the week, submissions: highest to lowest day',
      'time to answer: share of variance between learners',
      'time to answer: share of variance between problems',
      'time to answer: of programs, slope by their length, logarithms',
      'guessing: first answers at choices under 5 s',
      'guessing: of these, the next in the list, to the one above',
      'learning: log-odds of the first try, the video watched before',
      'checks after the answer was shown: of answers shown unsolved',
      'wrong answers: numbers, two of one learner alike: more often than two of any',
      'wrong answers: typed beside others, left blank',
      'addresses: learners who share one with another',
      'addresses: most learners at one',
      'addresses: of a learner of ten days or more, mean',
      'browsers: different ones on the tenth day',
      'browsers: Chrome upgraded, of those who come for eight weeks',
    ],
    behaviour(behaviour) {
      everyKind(behaviour, { deadlines: 0 });
      const { course, problem, dwell, network, calendar } = behaviour;
      calendar.mails.share = 0;
      course.homework = { usual: 0.08, last: 0.08, days: 1 };
      Object.assign(problem, { speedSd: 0, intensitySd: 0, perInput: 0, perLength: 0 });
      dwell.exercise = dwell.problem;
      Object.assign(problem, { guesses: 0, checksAfterShown: 0, slips: 0, leavesBlank: 0 });
      // The more guess on, the better it shows that nobody goes down the list.
      Object.assign(problem, { guessesAfter: 1, downTheList: 0 });
      Object.assign(problem, { watchedBefore: 0, practice: 0 });
      Object.assign(network, { fixed: 1, household: 0, shared: 0, elsewhere: 0 });
    },
    seen: frozenBrowsers(),
  },
  'everything takes five seconds': {
    users: 100,
    breaks: [
      'time on a thing: book: mean of the logarithm',
      'time on a thing: book: sd of the logarithm',
      'time on a thing: homework: sd of the logarithm',
    ],
    behaviour({ dwell, problem }) {
      Object.assign(problem, {
        speedSd: 0,
        intensitySd: 0,
        perInput: 0,
        later: 0,
        retry: { mean: Math.log(5), sd: 0 },
      });
      for (const key of ['navigation', 'book', 'problem', 'marks'] as const) dwell[key] = { mean: Math.log(5), sd: 0 };
    },
  },
  'no videos': {
    users: 100,
    breaks: [
      'played any video: share of those who opened the courseware',
      'hours spent: median of the certified',
      'time on a thing: courseware: mean of the logarithm',
      'active days: with video',
      'a day that has any: mean videos',
      'share of event types: navigation',
      'share of event types: video',
    ],
    behaviour: ({ video }) => void (video.atSitting = 0),
  },
  'no exercises': {
    users: 100,
    breaks: [
      'certified: share of those who opened the courseware',
      'saw over half: certified among them',
      'the certified: share of all time spent',
      'kinds of learner: disengaging',
      'active days: with problems',
      'time on a thing: homework: mean of the logarithm',
      'share of event types: problems',
    ],
    behaviour(behaviour) {
      everyKind(behaviour, { solves: 0 });
    },
  },
  'everybody always does everything': {
    users: 60,
    breaks: [
      'events a learner: Gini coefficient',
      'no problem ever: share of all',
      'got any credit: share of those who opened the courseware',
      'a day that has any: median events of problems',
      'a day that has any: median videos',
    ],
    behaviour(behaviour) {
      everyKind(behaviour, { watches: 1, solves: 1, actions: 7 });
      behaviour.video.atSitting = 1;
      behaviour.problem.atSitting = 1;
    },
  },
  'no book, no moods, no homework put off, and nobody seeks while a video plays': {
    users: 100,
    breaks: [
      'active again the next day: after an active day, to what weekdays alone would give, of those who come for a while',
      'share of observed events: the book, of what is opened',
      'watching: plays after another that no pause parts',
    ],
    behaviour(behaviour) {
      const { book, calendar, course, video } = behaviour;
      everyKind(behaviour, { deadlines: 0, nextDay: 0.3 });
      book.opens = 0;
      calendar.moods.comes = 0;
      behaviour.people.putsOff = 0;
      course.homework = { usual: 0.08, last: 0.08, days: 1 };
      video.seeksWhilePlaying = 0;
      video.hardSpots.seeks = 0;
    },
  },
  'videos seen to the end in one go': {
    users: 100,
    breaks: [
      'time on a thing: courseware: sd of the logarithm',
      'watching: part seen of videos of 15 minutes or more',
      'watching: peak of replay at a hard spot, to the mean',
      'watching: log-odds to see all of it, sd between videos of like length',
      'watching: plays and pauses a watch',
      'watching: plays at speed 1.0',
    ],
    behaviour({ video }) {
      video.finishes = { chance: 1, of: 400, fall: 0, most: 1, appeal: 0, early: 1 };
      video.runSeconds = 1e4;
      video.hardSpots.stops = 0;
      video.speeds = { '0.75': 0, '1.0': 1, '1.25': 0, '1.50': 0 };
    },
  },
  'the same chance at every try': {
    users: 300,
    breaks: [
      'tries on a homework problem: one',
      'tries on a homework problem: two',
      'tries on a homework problem: three',
      'tries on a homework problem: four',
      'correct on try: one',
      'correct on try: two',
      'correct on try: three',
    ],
    behaviour(behaviour) {
      everyKind(behaviour, { ability: 1.5 });
      behaviour.people.abilitySd = 0;
      behaviour.problem.tries = [0];
    },
  },
  'nobody is ever right, no hard spots, people stop anywhere, browsers alike, one device': {
    users: 100,
    breaks: [
      'correct on try: four',
      'correct on try: five',
      'watching: part seen of videos of 3 minutes or less',
      'watching: of those who stop, before the middle',
      'browsers: Chrome',
      'browsers: Internet Explorer',
      'browsers: Firefox',
      'browsers: Safari',
      'devices: people with ten sittings or more who go back from one session key to another',
      'devices: changes of the session key within a quarter of an hour',
    ],
    behaviour(behaviour) {
      const { video, browsers, people } = behaviour;
      everyKind(behaviour, { ability: -10 });
      video.hardSpots.stops = 0;
      video.finishes = { chance: 0, of: 400, fall: 0, most: 0, appeal: 0, early: 0.6 };
      for (const name of Object.keys(browsers) as (keyof typeof browsers)[])
        browsers[name] = name.startsWith('firefox') ? 2 : 1;
      people.devices.two = 0;
    },
  },
  'nobody tries again, and all tire of exercises': {
    users: 300,
    breaks: [
      'time between two tries: within half an hour',
      'certified: with over .85 of the points',
      'who stays: does exercises in the last four weeks, to the first four',
    ],
    behaviour: (behaviour) => everyKind(behaviour, { retries: 0, decline: 0.4, ability: -1.6 }),
  },
  'tries follow at once': {
    breaks: [
      'time between two tries: mean of the logarithm, same sitting',
      'time between two tries: sd of the logarithm, same sitting',
    ],
    behaviour: ({ problem }) => void Object.assign(problem, { later: 0, looksUp: 0, retry: { mean: 1, sd: 0 } }),
  },
  'graders alike, one tab at a time': {
    users: 400,
    breaks: [
      'peer grading: sd between graders, of the rubric’s range',
      'peer grading: those who mark themselves, above peers',
      'peer grading: essays a grader and task, examples with them',
      'peer grading: from two days before the end to two after',
      'rubrics: categories marked again',
      'rubrics: categories out of turn',
      'essays: begun and left',
      'essays: of others, opened and left',
      'several tabs: of those with thirty turns between pages, to one that was open all the time',
    ],
    behaviour: ({ grading, tabs }) => {
      Object.assign(grading, {
        biasSd: 0,
        noiseSd: 0,
        selfBias: 0,
        outOfTurn: 0,
        changesMind: 0,
        givesUp: 0,
        leaves: 0,
        quality: { mean: 0.7, sd: 0 },
        essays: 1,
        opensBefore: 0,
        lasts: 90,
        gradesPeers: 0.2,
      });
      tabs.share = 0;
    },
  },
  'tablets only, messages by the line; nobody sends again, nobody comes back': {
    users: 600,
    breaks: [
      'share of event types: page close',
      'videos that start by themselves: of plays after a move, within one to five seconds of it',
      'messages: of wrong answers given twice, not always the same',
      'messages: of wrong answers, those that anything is said of',
      'wrong answers: sent again though refused before',
      'checks: of all that are not the first, of problems that were solved',
      'answers shown: a day or more after the last check',
      'answers shown: that were shown before',
    ],
    behaviour({ browsers, problem }) {
      for (const name of Object.keys(browsers) as (keyof typeof browsers)[])
        browsers[name] = Number(name === 'safari-ipad');
      Object.assign(problem, { sendsAgain: 0, keeps: 0, showsAgain: 0, showsClosed: 0 });
    },
    seen: messagesAtRandom(() => stream('ablation', 'messages')),
  },
  'wrong answers at random, addresses that say nothing of where they are, a server that answers at once': {
    users: 150,
    breaks: [
      'wrong answers: at choices, the commonest',
      'wrong answers: numbers, of one sign, factor of two or ten, or unit more or less',
      'addresses: another one that begins like the one before, two bytes',
      'the server side of a click: median seconds to the marks',
    ],
    seen: each(
      answersAtRandom(() => stream('ablation', 'wrong')),
      strewnAddresses(),
      (one) => (one.source === 'server' ? { ...one, time: one.time - 0.19 } : one),
    ),
  },
  'all take their time, spell as the course does, and find the queue at random': {
    users: 500,
    breaks: [
      'time to answer: exercises of lectures within 20 s',
      'guessing: further answers at choices within 5 s',
      'spelling: right numbers otherwise than the course',
      'the grader’s queue: two programs or fewer wait',
      'the grader’s queue: correlation of its lengths within a minute',
    ],
    behaviour: ({ problem, dwell }) => {
      Object.assign(problem, { guessesAfter: 0, guesses: 0, spellsOtherwise: 0 });
      dwell.exercise = dwell.problem;
    },
    seen: queueAtRandom(() => stream('ablation', 'queue')),
  },
  'choices as good at once as after thinking, expressions as the course has them': {
    users: 100,
    breaks: [
      'guessing: of these, how much fewer are right than of the others',
      'spelling: right expressions without blanks, which the course has',
    ],
    behaviour: ({ problem }) =>
      void Object.assign(problem, { guesses: 0, guessesAfter: 0, thinking: 0, retry: { mean: 1.5, sd: 1 } }),
    seen: spacedAnswers,
  },
  'all begin at the start, and like nothing': {
    breaks: [
      'paths: of those who begin after two weeks, not at the first week',
      'paths: of those who see three lectures or more, first seen in the course’s order',
      'ratings: mean of the answers to feedback',
      'the book: opened where it was left a day or more before',
      'the book: correlation of day and page, of first jumps',
    ],
    users: 300,
    behaviour({ course, grading, book }) {
      Object.assign(book, { placeDays: 3660, toTheWeek: 0 });
      Object.assign(course, { beginsNow: 0, lookBack: 0, reviews: 0, wanders: 0 });
      course.onlyHomework = 0;
      course.homework = { usual: 0, last: 0, days: 1 };
      grading.ratings = [1, 1, 1, 1, 1];
    },
  },
  'who asks says how long a server takes, and nothing gets lost; problems alike, and the active no better': {
    users: 450,
    breaks: [
      'the server side of a click: share of variance between learners',
      'the server side of a click: share of variance between problems',
      'lost messages: pages that gave way to another one, and told so',
      'learning: correlation of events and first tries right',
      'difficulty: sd between problems of the log-odds of a correct first try',
    ],
    course: easy,
    behaviour(behaviour) {
      const { network, tabs, people, problem } = behaviour;
      Object.assign(network, { distanceSd: 0.7, costSd: 0, loss: { mean: -20, sd: 0 } });
      // Of several tabs some go with the browser that is closed, before they have sent anything.
      tabs.share = 0;
      everyKind(behaviour, { ability: 0 });
      people.activeAble = 0;
      Object.assign(problem, { watchedBefore: 0, practice: 0 });
    },
  },
  'servers never busy, people alike in speed, hours and habits, lost at once, players know where they are': {
    users: 300,
    breaks: [
      'the server side of a click: share of variance between hours',
      'tempo: from one move in a sequence to the next: share of variance between learners',
      'tempo: from one move in a sequence to the next, and to the one after that: correlation',
      'videos that start by themselves: how long players take to load: share of variance between learners',
      'habits: how far hours keep together, of those with twenty sittings',
      'habits: seeks without a pause, of those with twenty replays: share of variance between people',
      'watching: pauses at a millisecond that four others share',
      'watching: pauses whose position is the clock’s, to a millisecond',
    ],
    behaviour({ network, dwell, people, calendar, video }) {
      Object.assign(network, { loadSd: 0, distanceSd: 0 });
      Object.assign(people, { habitsSd: 0, regular: 0 });
      Object.assign(dwell, { tempo: 0, lasts: 0 });
      calendar.hours.fill(1);
      video.hardSpots.seconds = 0;
      // Players that do not know where they are spread what is at one place, too.
      Object.assign(video, { polls: 0, network: 0 });
    },
  },
} satisfies Record<string, Ablation>;
