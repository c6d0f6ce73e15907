/** What people do, and for how long: with videos, problems, the book and essays, and on their way through the course. */
import { SPEEDS } from '../../../src/spec/values.ts';
import { listOf, number, strict, whole } from '../../../src/base/user-files/schema.ts';
import { bounds, byName, chance, lognormal, seconds, share, weights } from './values.ts';

export const dwell = strict(
  {
    navigation: lognormal('seconds on a page of the course'),
    book: lognormal('seconds on a page of the book'),
    problem: lognormal('seconds on a problem'),
    exercise: lognormal('seconds on an exercise of a lecture'),
    marks: lognormal('seconds on a problem that is solved'),
    glance: lognormal('seconds on one by those who go on as soon as they see that it is right'),
    sigh: lognormal('seconds on one that is given up'),
    reading: lognormal('seconds to read an essay'),
    rubric: lognormal('seconds to choose in a rubric'),
    writing: lognormal('seconds to write an essay'),
    hand: lognormal('seconds that the hand takes'),
    twice: chance('chance to click twice, or to skip at once'),
    tempo: chance('share of the variance of all these logarithms that lies between people'),
    lasts: chance('correlation of the logarithms of one and the next, at a sitting'),
  },
  'how long people stay on a thing: a mapping',
);

export const video = strict(
  {
    finishes: strict(
      {
        chance: chance('chance to mean to see all of it'),
        of: seconds('of the video that the chance is of'),
        fall: number(0, 10, 'power by which the chance falls with the length'),
        most: chance('the highest chance of a video that pleases as most do'),
        appeal: number(0, 5, 'standard deviation between videos of the log-odds'),
        early: number(0.1, 20, 'power that makes those who stop stop early'),
      },
      'who watches to the end: a mapping',
    ),
    atSitting: chance('chance to watch videos at a sitting'),
    runSeconds: seconds('that a run lasts on average'),
    pause: lognormal('seconds of a pause after which it plays on'),
    lastPause: strict(
      { movesOn: lognormal('before something else of the course'), leaves: lognormal('before the site is left') },
      'seconds of a pause after which it does not: a mapping with movesOn and leaves',
    ),
    seeksWhilePlaying: chance('chance that a run ends by a seek while it plays'),
    jumps: chance('chance to resume elsewhere'),
    jumpsBack: chance('chance that a jump goes back'),
    jumpSeconds: seconds('that what a jump leads to is away on average'),
    knowsWhere: chance('chance to know where that is, rather than to look for it'),
    looksOn: chance('chance to jump again after one that has missed it'),
    hardSpots: strict(
      {
        every: seconds('between two hard spots on average'),
        seconds: seconds('until somebody stops on average'),
        stops: chance('chance to stop at one'),
        jumpsBack: chance('chance to jump back there'),
        seeks: chance('chance to do so while it plays'),
      },
      'hard spots: a mapping with every, stops, jumpsBack and seeks',
    ),
    speeds: byName(SPEEDS, share('share of those who watch at this speed'), 'a mapping from speeds to shares'),
    changesSpeed: chance('chance to change the speed in a pause'),
    changesSpeedPlaying: chance('chance to change it while a run plays'),
    stopsUnasked: chance('chance to stop what has started by itself and nobody wants'),
    leavesWhilePlaying: chance('chance to leave while it plays'),
    endsByAuthor: chance('share of videos whose end the author has set, which is logged as a pause'),
    polls: number(0, 10, 'seconds between two looks of the player at its position'),
    network: number(0, 10, 'seconds more, on average, that its message travels'),
    seeksByCaption: chance('chance to seek by a caption rather than the slider'),
    startsElsewhere: chance('chance to start after the beginning'),
    goesOn: chance('chance to go on where a video was left that is opened again'),
    leavesItPlaying: chance('chance to leave it alone when it is over'),
    triesWhilePaused: chance('chance to try the problem below in a pause'),
    watchesAgain: chance('chance to watch again what was watched'),
  },
  'watching: a mapping',
);

export const problem = strict(
  {
    atSitting: chance('chance to do the exercises of lectures at a sitting'),
    tries: listOf(
      number(-10, 10, 'a change of the log-odds'),
      'a list of the log-odds’ change with each try, from the first on',
    ),
    retry: lognormal('seconds between two tries'),
    retryLater: lognormal('seconds between two tries, of those who wait longer'),
    later: chance('share of those who wait longer'),
    speedSd: number(0, 3, 'standard deviation between people of the logarithm of the time on a problem'),
    intensitySd: number(0, 3, 'standard deviation between problems of it'),
    perInput: number(0, 3, 'by how much it grows with each further input'),
    perLength: number(0, 3, 'by how much the logarithm of the time grows with that of a program’s length'),
    tempo: chance(
      'share of the variance of the logarithms of time between tries, and over what is said of them, that lies between people',
    ),
    guesses: chance('chance to guess at a choice at once, of an able learner in the middle'),
    guessSeconds: lognormal('seconds until a guess'),
    slips: chance('share of those who get numbers wrong by a slip of their own'),
    ownSlip: chance('chance that a wrong number of theirs comes from it'),
    miscalculates: chance('chance that a wrong number is one that nobody else has, or is mistyped'),
    mistypes: chance('chance that a wrong word is the right one, mistyped'),
    leavesBlank: chance('chance to leave blank what one does not know beside something else'),
    watchedBefore: number(-5, 5, 'change of the log-odds by having watched the video before'),
    practice: number(-5, 5, 'change of the log-odds by a hundred problems solved'),
    checksAfterShown: chance('chance to check a problem whose answer was shown'),
    keeps: chance('share of solved problems that may be checked again'),
    checksSolved: chance('chance to check one of them again at once, and whenever it is seen again'),
    sendsAgain: chance('chance to send what was just refused once more'),
    sendsAgainSeconds: lognormal('seconds until then'),
    showsAgain: chance('chance to have an answer shown when a problem is seen again'),
    showsClosed: chance('chance to have the answer shown of a problem that closed unsolved'),
    patience: seconds('that somebody waits before a next try at the most'),
    retriesWhileQueued: chance('chance to send other code before the grader answers'),
    looksUp: chance('chance to look something up in the book'),
    showsWhenRight: chance('chance to have the answer shown when it is solved'),
    showsWhenTired: chance('chance to have the answer shown when it is given up'),
    savesFirst: chance('chance to save before the first check'),
    resetsSaved: chance('chance to reset what was saved'),
    typesSpace: chance('chance of a space too many about text'),
    spellsOtherwise: chance(
      'chance of another spelling of a number than one’s own; where it is 0, all spell as the course does',
    ),
    thinking: number(-5, 5, 'change of the log-odds by a standard deviation more of thinking before a further try'),
    guessesAfter: chance('chance to guess on after a wrong choice'),
    downTheList: chance('chance that who guesses on takes the next choice in the list'),
    queue: strict(
      {
        usual: chance('share of the time that the external grader is busy'),
        last: chance('the same just before a deadline of programs'),
        hours: number(0.1, 1000, 'hours before it in which that grows'),
      },
      'the external grader’s queue: a mapping with usual, last and hours',
    ),
    checksTooLate: chance('chance to check again what was just refused as closed'),
    checksTooOften: chance('chance to check without attempts left'),
    forgetsReset: chance('chance to forget a reset'),
  },
  'working on problems: a mapping',
);

export const course = strict(
  {
    decline: number(0, 1, 'how fast actions at a sitting fall in a week, of their logarithm'),
    homework: strict(
      {
        usual: chance('chance to take it up long before it is due'),
        last: chance('chance to take it up just before'),
        days: number(0.1, 1000, 'days in which the chance grows'),
      },
      'when homework is taken up: a mapping with usual, last and days',
    ),
    beginsNow: chance('chance that who comes late begins at the current week'),
    skips: chance('chance to skip a sequence'),
    onlyHomework: chance('share of those who solve that open nothing but homework'),
    lookBack: chance('chance to go back to a lecture after homework'),
    reviews: chance('chance to go over a lecture before homework'),
    wanders: chance('chance to open something else than what comes next'),
    goesOn: chance('chance to move on to the next element'),
    goesBack: chance('chance to move back otherwise'),
    opensInfo: chance('chance to open the course’s news'),
    opensCourseware: chance('chance to open the table of contents'),
    visitsForum: chance('chance to visit the forum'),
    posts: chance('chance to write there'),
    postSentences: bounds('sentences that are written there'),
  },
  'moving through the course: a mapping',
);

export const tabs = strict(
  {
    share: chance('share of people who open things in other tabs'),
    looksUp: chance('chance that one of them looks something up there about a problem of homework'),
    leavesOpen: chance('chance to leave a sequence open in its tab and go on in another'),
    listens: chance('chance to do something else in another tab while a video plays'),
  },
  'several tabs: a mapping',
);

export const book = strict(
  {
    opens: chance('chance to open the book'),
    run: number(0.001, 0.999, 'chance to stop after each turn'),
    turnsToNext: chance('chance to turn to the next page'),
    turnsBack: chance('chance to turn back otherwise'),
    restSeconds: seconds('until the book is opened again at least'),
    placeDays: number(0, 3660, 'days after which somebody has lost the place where it was left, on average'),
    toTheWeek: chance('chance that a jump leads to about the pages of the chapter that somebody is at'),
    leafing: strict(
      {
        share: chance('share of those who leaf through the book now and then'),
        chance: chance('chance that one of them does so when it opens it'),
        run: number(0.0001, 0.999, 'chance to stop after each page'),
        dwell: lognormal('seconds on a page'),
      },
      'leafing through the book: a mapping',
    ),
  },
  'the textbook: a mapping',
);

export const grading = strict(
  {
    opensBefore: number(0, 3660, 'days before a task’s end that grading opens'),
    lasts: number(0, 3660, 'days after a task’s end that grading closes'),
    essays: whole(1, 100, 'essays to grade for each of one’s own'),
    gradesPeers: chance('chance to grade peers at a sitting'),
    staffEssays: whole(1, 100, 'essays that staff grade at a sitting'),
    quality: strict(
      { mean: chance('mean'), sd: chance('standard deviation') },
      'how good essays are: a mapping with mean and sd',
    ),
    biasSd: chance('standard deviation of graders’ bias'),
    noiseSd: chance('standard deviation of one value'),
    outOfTurn: chance('chance to mark a category of the rubric after the next one'),
    changesMind: chance('chance to mark a category again, otherwise'),
    givesUp: chance('chance to leave an essay that was begun'),
    leaves: chance('chance to leave an essay of somebody else that was opened to be graded'),
    selfBias: number(-1, 1, 'how much too high people mark themselves'),
    readsFeedback: chance('chance to read the feedback'),
    ratings: weights(5, 'one for each answer to the feedback, from the worst'),
    answersFeedback: chance('chance to answer the feedback'),
    markedAfterHours: number(0, 10_000, 'hours until the marks of an essay are there'),
    essaySentences: bounds('sentences of an essay'),
    writesFeedback: chance('chance to write to the author of an essay that is graded'),
    feedbackSentences: bounds('sentences that are written to it'),
  },
  'essays and their grading: a mapping',
);
