/**
 * How learners behave, as data. "page" is shared/realism.md's table or its model that reproduces it; the other figures are
 * choices that keep the order of magnitude right.
 */

/** A habit that not everybody of a kind has: the share of those who have it. */
type Share = number;

/** A lognormal's parameters: mean and standard deviation of the logarithm. */
export type Lognormal = readonly [mean: number, sd: number];

/** What sets one kind of learner apart. */
export interface Kind {
  readonly name: 'sampler' | 'disengager' | 'auditor' | 'completer' | 'visitor' | 'staff';
  readonly share: Share;
  /** Days on which the learner is active at all: discrete Weibull, scale and shape. Page: a model that reproduces them. */
  readonly activeDays: readonly [scale: number, shape: number];
  /** Mean of the logarithm of actions on an active day. Page: the same model. */
  readonly actions: number;
  /** The chance to come back on the very next day. Page: active again the next day. */
  readonly nextDay: number;
  readonly watches: Share;
  readonly solves: Share;
  readonly reads: Share;
  readonly writes: Share;
  /** Mean of the ability, whose standard deviation is {@link BEHAVIOUR.abilitySd}. Page: problems. */
  readonly ability: number;
  /** The chance to try again after a wrong answer. Page: problems. */
  readonly retries: number;
}

export const KINDS: readonly Kind[] = [
  { name: 'sampler', share: 0.65, activeDays: [3.1, 1.05], actions: 2.4, nextDay: 0.22, watches: 0.6, solves: 0.2, reads: 0.15, writes: 0.06, ability: -0.35, retries: 0.78 },
  { name: 'disengager', share: 0.15, activeDays: [12.4, 0.98], actions: 3.2, nextDay: 0.3, watches: 0.8, solves: 0.75, reads: 0.25, writes: 0.5, ability: 0, retries: 0.97 },
  { name: 'auditor', share: 0.08, activeDays: [16.4, 1.02], actions: 3.5, nextDay: 0.33, watches: 0.97, solves: 0.25, reads: 0.35, writes: 0.05, ability: 0.2, retries: 0.9 },
  { name: 'completer', share: 0.08, activeDays: [58, 2.8], actions: 4, nextDay: 0.5, watches: 0.95, solves: 1, reads: 0.45, writes: 0.85, ability: 0.55, retries: 0.97 },
  /** Somebody who looks at the site and never logs in. */
  { name: 'visitor', share: 0.03, activeDays: [1.2, 1], actions: 1.2, nextDay: 0.1, watches: 0, solves: 0, reads: 0, writes: 0, ability: 0, retries: 0 },
  { name: 'staff', share: 0.01, activeDays: [60, 3], actions: 3, nextDay: 0.6, watches: 0.1, solves: 0.1, reads: 0.1, writes: 0, ability: 2, retries: 0.9 },
];

export const BEHAVIOUR = {
  /** First day: discrete Weibull. Page: many start late, 16% on day 0, a long tail. */
  firstDay: { shape: 0.6, scale: 8 },
  /** A learner's own deviation in actions a day, and that of one day. Page: the same model. */
  actionsLearnerSd: 0.85,
  actionsDaySd: 0.9,
  abilitySd: 0.9,
  /** Days until the next visit when it is not the next day: 2 + lognormal. */
  gapDays: [1.1, 1.1] as Lognormal,
  /** The chance of one more visit on the same day, and hours until then. */
  sameDay: 0.22,
  sameDayHours: [0.9, 0.7] as Lognormal,
  /** The chance that a problem solver's next visit is set by the deadline, and hours before it. Page: Weibull .66, 80 h. */
  deadlinePull: 0.35,
  deadlineHours: { shape: 0.66, scale: 80 },

  /** After this many days without a visit the login has expired (Django's default), in days. */
  loginDays: 14,
  /** The chance that a visit ends with logging out, and that a login is made on another device or at another place. */
  logsOut: 0.12,
  comesByFrontPage: 0.4,
  otherDevice: 0.1,
  otherAddress: 0.12,
  /** Share of addresses that are IPv6, and of people whose username is in their own script. */
  ipv6: 0.01,
  nativeUsername: 0.06,

  /** Seconds on a page before the next click, capped at an hour. Page: dwell. */
  navigationDwell: [2.04, 1.6] as Lognormal,
  bookDwell: [1.83, 2.14] as Lognormal,
  problemDwell: [3.58, 1.68] as Lognormal,
  /** Seconds between two tries at the same problem. Page: between tries. */
  retryDwell: [3.51, 1.17] as Lognormal,
  longestDwell: 3600,

  /** Watching. Page: video. */
  watchedToTheEnd: 0.58,
  runSeconds: 95,
  pauseDwell: [2.2, 1.4] as Lognormal,
  jumpsOnResuming: 0.22,
  jumpsBack: 0.6,
  speeds: [['1.0', 0.8], ['0.75', 0.03], ['1.25', 0.08], ['1.50', 0.09]] as const,
  changesSpeed: 0.04,
  leavesWhilePlaying: 0.25,
  pausesAtTheEnd: 0.85,

  /** Homework comes first when it is due within so many days. */
  homeworkWithin: 4,
  homeworkFirst: 0.6,
  opensInfo: 0.3,
  opensCourseware: 0.2,
  gradesPeers: 0.9,

  /** Problems: log-odds fall with each further try; discrimination is one. Page: correct on try 1 to 5. */
  fallPerTry: 0.35,
  /** The chance to send other code while the external grader has not answered yet. */
  retriesWhileQueued: 0.3,
  looksUpInBook: 0.06,
  showsAnswerWhenRight: 0.12,
  showsAnswerWhenTired: 0.55,
  savesFirst: 0.05,
  checksTooLate: 0.02,
  checksTooOften: 0.3,
  forgetsReset: 0.1,

  /** The chance to try the problem below a video while it is paused, and to watch a video again. */
  triesWhilePaused: 0.08,
  watchesAgain: 0.15,

  /** Moving through a sequence. Page: what follows what. */
  goesOn: 0.8,
  goesBack: 0.08,

  /** The book. Page: runs geometric(.28), 70% nextpage. */
  bookRun: 0.28,
  turnsToNext: 0.7,
  opensBook: 0.05,

  /** Open-ended grading. Page: reading lognormal(4.6, .8), rubric gaps lognormal(1.7, .8), bias 6 points of 100, noise 13. */
  readingDwell: [4.6, 0.8] as Lognormal,
  rubricDwell: [1.7, 0.8] as Lognormal,
  writingDwell: [6, 0.7] as Lognormal,
  graderBias: 0.06,
  graderNoise: 0.13,
  gradesPerTask: 3,
  readsFeedback: 0.6,
  answersFeedback: 0.5,
  visitsForum: 0.06,
  postsInForum: 0.135,
} as const;
