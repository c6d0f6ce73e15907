/**
 * How people behave, as data: the schema of the files in presets/, which give every value with its source, and of those that
 * users write. The simulation takes the type alone from here.
 */
import type { Static, TObject, TSchema } from 'typebox';
import { Type } from '../../src/base/type.ts';
import { SPEEDS } from '../../src/spec/values.ts';
import { listOf, number, strict, whole } from '../../src/base/user-files/schema.ts';
import { REGISTRIES } from './ipv4.ts';
import { AGENT_NAMES } from './agents.ts';
import { AGENT_NAMES_TODAY } from './todays-agents.ts';
import { SUMMER_TIME_NAMES } from './clocks.ts';
import { KIND_NAMES, type KindName } from './kinds.ts';
import { NAME_LOCALES } from './name-locales.ts';

const chance = (what: string) => number(0, 1, what);
const share = (what: string) => number(0, 1e6, what);

const lognormal = (what: string) =>
  strict(
    { mean: number(-20, 20, 'mean of the logarithm'), sd: number(0, 5, 'standard deviation of the logarithm') },
    `${what}: a mapping with mean and sd`,
  );
const weibull = (what: string) =>
  strict(
    { scale: number(0.001, 10_000, 'scale'), shape: number(0.1, 20, 'shape') },
    `${what}: a mapping with scale and shape`,
  );
const seconds = (what: string) => number(0.1, 86_400, `seconds ${what}`);

const bounds = (what: string) =>
  strict(
    { low: whole(1, 1000, 'the fewest'), high: whole(1, 1000, 'the most') },
    `${what}: a mapping with low and high`,
  );

const kind = strict(
  {
    share: share('share of all people'),
    firstDay: weibull('day of the first visit'),
    days: weibull('days on which somebody is active'),
    actions: number(0, 10, 'mean of the logarithm of actions at a sitting'),
    nextDay: chance('chance to come back on the next day'),
    gap: lognormal('days until the next visit, beyond two'),
    deadlines: chance('chance that a deadline sets the next visit'),
    watches: chance('share of those who watch videos'),
    solves: chance('share of those who solve problems'),
    reads: chance('share of those who read the book'),
    writes: chance('share of those who write essays'),
    ability: number(-10, 10, 'mean of the ability'),
    retries: chance('chance to try again after a wrong answer'),
    decline: number(0, 1, 'how fast the chance to do the exercises of lectures falls in a week, of its logarithm'),
  },
  'a kind of learner: a mapping',
);

const byName = <Name extends string, Value extends TSchema>(
  names: readonly Name[],
  value: Value,
  description: string,
) => strict(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>, description);

const people = strict(
  {
    abilitySd: number(0, 10, 'standard deviation of the ability'),
    actionsSd: number(0, 5, 'standard deviation between people of the logarithm of actions'),
    activeAble: number(-1, 1, 'correlation of actions and ability'),
    regular: chance('chance to come at one’s own hour and days'),
    sittingSd: number(0, 5, 'standard deviation between sittings of the logarithm of actions'),
    habitsSd: number(0, 3, 'standard deviation between people of the logarithm of how often they do what some do'),
    devices: strict(
      {
        two: chance('share of those who have two devices'),
        away: chance('chance that they take the other one away from home'),
        atHome: chance('the same at home, on average over the day'),
        handOver: strict(
          {
            share: chance('share of further sittings on a day that are on the other device, at once'),
            minutes: lognormal('minutes until then'),
          },
          'going on on another device: a mapping with share and minutes',
        ),
      },
      'devices of people: a mapping',
    ),
    logsOut: chance('chance to log out at the end of a sitting'),
    loginDays: number(0.5, 3660, 'days that a login lasts'),
    stillLoggedIn: chance('chance to come to the course for the first time logged in already'),
    comesByFrontPage: chance('chance to log in by the front page'),
    registeredDays: lognormal('days since who comes with an account has made it'),
    devoted: strict(
      {
        share: chance('share of those who come on many days'),
        fewest: whole(1, 10_000, 'days of coming that are many'),
        least: number(0, 1000, 'how many times as much they do at least'),
        shape: number(0.3, 20, 'shape of the Pareto distribution by whose draw they do more'),
        sameDay: chance('chance of one more sitting of theirs on the same day'),
        nextDay: chance('chance that they come on the very next day'),
        hours: number(0.1, 100, 'hours of a sitting after which they tire, on average'),
        watchesAgain: chance('chance that they watch again what they have watched'),
        leafs: chance('share of them who leaf through the book'),
      },
      'those who cannot have enough: a mapping',
    ),
  },
  'what people differ in: a mapping',
);

const network = strict(
  {
    ipv6: chance('share of homes and phones that have IPv6, in the United States'),
    ipv6Today: chance('share of them in logs of today'),
    fixed: chance('share of homes whose address never changes'),
    leaseDays: lognormal('days until a home has another address'),
    distanceSd: number(0, 3, 'standard deviation between people of the logarithm of the time of a request'),
    costSd: number(
      0,
      3,
      'standard deviation between problems of the logarithm of the time that a server takes to mark one',
    ),
    loadSd: number(0, 3, 'standard deviation between hours of the logarithm of the time that servers take'),
    loss: lognormal('chance that a message of a browser gets lost, of people'),
    household: chance('share of every other learner that lives with the one before'),
    shared: chance('share of those who also come from a campus or an office'),
    atShared: chance('chance that a sitting of theirs in working hours is there'),
    afterWork: chance('the same at night and at weekends'),
    elsewhere: chance('chance that a sitting is neither at home nor there'),
    trips: chance('chance to set out on a journey in sixty days'),
    tripDays: lognormal('days that it lasts'),
    block: Type.String({
      pattern:
        '^$|^([1-9]|[1-9][0-9]|1[0-9][0-9]|2[01][0-9]|22[0-3])\\.([0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])$',
      description: 'the first two bytes of all addresses, such as 146.186, or "" for the blocks of each country',
    }),
  },
  'where people are on the net: a mapping',
);

const weights = (count: number, what: string) =>
  Type.Array(number(0, 1e6, 'a weight'), {
    minItems: count,
    maxItems: count,
    description: `a list of ${count} weights, ${what}`,
  });

const calendar = strict(
  {
    sameDay: chance('chance of one more sitting on the same day'),
    sameDayHours: lognormal('hours until it'),
    soonest: seconds('until the next sitting at least'),
    deadlineHours: weibull('hours between a sitting that a deadline sets and the deadline'),
    hours: weights(24, 'one for each local hour from midnight on'),
    weekdays: weights(7, 'one for each day from Monday on'),
    holidays: chance('chance to come on a holiday, to that of another day'),
    moods: strict(
      {
        comes: number(
          0,
          3,
          'by how much they change the log-odds to come on the next day, and the logarithm of other gaps',
        ),
        does: number(0, 3, 'by how much they change the logarithm of actions at a sitting'),
      },
      'moods that last for days: a mapping with comes and does, standard deviations',
    ),
    mails: strict(
      {
        hour: strict(
          {
            mean: number(0, 23, 'hours after midnight'),
            sd: number(0, 6, 'standard deviation between weeks'),
          },
          'when a course sends its mail of a week, by GMT: a mapping with mean and sd',
        ),
        share: chance('chance that somebody who comes on that day comes because of it'),
        delay: lognormal('hours until then'),
      },
      'mails to all who take a course: a mapping with hour, share and delay',
    ),
    school: strict(
      {
        share: chance('share of those who are at school or university'),
        schools: whole(1, 1e6, 'how many schools they are at'),
        breaks: chance('chance that one of them is away for a school holiday'),
        summer: chance('the same of each fortnight of the long holiday of summer'),
      },
      'school holidays: a mapping with share, schools, breaks and summer',
    ),
  },
  'when people come: a mapping',
);

const ownPace = strict(
  {
    days: strict(
      {
        share: chance('share of those who keep days of the week'),
        misses: chance('chance to miss one'),
      },
      'days of the week: a mapping with share and misses',
    ),
    bursts: strict(
      {
        share: chance('share of those who come several days in a row, and then for a while not at all'),
        goesOn: chance('chance to come on the next day'),
        away: lognormal('days until the next burst, beyond two'),
      },
      'bursts: a mapping with share, goesOn and away',
    ),
    rush: strict(
      {
        share: chance('share of those who go through it as fast as they can'),
        nextDay: chance('chance to come on the next day, rather than the one after'),
      },
      'who rushes: a mapping with share and nextDay',
    ),
    lapses: strict(
      {
        share: chance('chance that one comes later than usual'),
        days: lognormal('days later'),
      },
      'lapses: a mapping with share and days',
    ),
    portion: strict(
      {
        mean: number(-20, 20, 'mean of the logarithm'),
        sd: number(0, 5, 'standard deviation between people'),
        sittingSd: number(0, 5, 'standard deviation between sittings'),
      },
      'sequences that are enough for a sitting: a mapping with mean, sd and sittingSd',
    ),
    goesBack: chance('chance to go back to homework that was passed by, when the next sequence is begun'),
    stays: chance('chance to come once more when all is done, and again'),
  },
  'a rhythm of one’s own, where nothing is due: a mapping',
);

const dwell = strict(
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

const video = strict(
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
    pause: lognormal('seconds of a pause'),
    seeksWhilePlaying: chance('chance that a run ends by a seek while it plays'),
    jumps: chance('chance to resume elsewhere'),
    jumpsBack: chance('chance that a jump goes back'),
    jumpSeconds: seconds('that a jump goes on average'),
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

const problem = strict(
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

const course = strict(
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

const tabs = strict(
  {
    share: chance('share of people who open things in other tabs'),
    looksUp: chance('chance that one of them looks something up there about a problem of homework'),
    leavesOpen: chance('chance to leave a sequence open in its tab and go on in another'),
    listens: chance('chance to do something else in another tab while a video plays'),
  },
  'several tabs: a mapping',
);

const book = strict(
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

const grading = strict(
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

const country = strict(
  {
    code: Type.String({ pattern: '^[A-Z]{2}$', description: 'a country’s code of two capital letters' }),
    share: share('share of all people'),
    names: Type.Enum(NAME_LOCALES, { description: `the language of names: ${NAME_LOCALES.join(', ')}` }),
    registry: Type.Enum(REGISTRIES, { description: `who gives out addresses: ${REGISTRIES.join(', ')}` }),
    zones: listOf(
      strict(
        { hours: number(-12, 14, 'hours ahead of GMT'), share: share('share of the country’s people') },
        'a time zone: a mapping with hours and share',
      ),
      'a list of at least one time zone',
    ),
    summerTime: Type.Optional(
      Type.Enum(SUMMER_TIME_NAMES, { description: `whose summer time is kept: ${SUMMER_TIME_NAMES.join(', ')}` }),
    ),
  },
  'a country: a mapping with code, share, names, registry, zones and summerTime',
);

/** A whole behaviour, as the simulation needs it. */
export const behaviourSchema = strict(
  {
    kinds: byName(KIND_NAMES, kind, `a mapping of kinds: ${KIND_NAMES.join(', ')}`),
    people,
    network,
    calendar,
    ownPace,
    dwell,
    video,
    problem,
    course,
    tabs,
    book,
    grading,
    browsers: byName(AGENT_NAMES, share('share of those who use it'), 'a mapping from browsers to shares'),
    browsersToday: byName(
      AGENT_NAMES_TODAY,
      share('share of those who use it today'),
      'a mapping from browsers of today to shares',
    ),
    countries: listOf(country, 'a list of at least one country'),
  },
  'a behaviour: a mapping',
);

export type Behaviour = Static<typeof behaviourSchema>;
export type Kind = Behaviour['kinds'][KindName] & { readonly name: KindName };
export type Country = Behaviour['countries'][number];
/** A lognormal's parameters: mean and standard deviation of the logarithm. */
export type Lognormal = Behaviour['dwell']['navigation'];

/** The same mapping with nothing that must be there; lists stay as they are. */
const partial = (schema: TObject): TObject =>
  Type.Object(
    Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [
        key,
        Type.Optional('properties' in value ? partial(value as TObject) : value),
      ]),
    ),
    { additionalProperties: false, description: (schema as { description?: string }).description ?? '' },
  );

/** A file of a behaviour: what is left out is as in the preset that it names. */
export const behaviourFileSchema = (presets: readonly [string, ...string[]]): TObject =>
  Type.Object(
    {
      preset: Type.Optional(Type.Enum(presets, { description: `a preset: ${presets.join(', ')}` })),
      ...partial(behaviourSchema).properties,
    },
    { additionalProperties: false, description: 'a behaviour: a mapping with what differs from a preset' },
  );
