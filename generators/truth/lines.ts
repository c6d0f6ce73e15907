/** The lines of truth/*.jsonl: docs/truth.md says what they mean. */
import { DAY, formatInstant, SECOND, THREE_DIGITS, TWO_DIGITS } from '../../src/base/time.ts';
import type { Problem } from '../course/course.ts';
import { PLACES } from '../learners/addresses.ts';
import type { Learner, Login } from '../learners/learner.ts';
import type { LearnerRecord } from './record.ts';
import { lengthOf, type Watched } from './watching.ts';

/** To the millisecond: positions in videos are no finer, and sums of them are rounded back. */
export const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const dayTexts = new Map<number, string>();

/** `YYYY-MM-DDT`: a run has few days, and Date's own text takes long. */
function dayText(day: number): string {
  const known = dayTexts.get(day) ?? formatInstant(day * DAY).slice(0, 11);
  dayTexts.set(day, known);
  return known;
}

/** As formatInstant, which keeps the text of the minute that lines are in and so is slow for others: sittings ended long before. */
function instant(time: number): string {
  const day = Math.floor(time / DAY);
  const seconds = Math.floor((time - day * DAY) / SECOND);
  const minutes = Math.floor(seconds / 60);
  const micros = time % SECOND;
  const clock = `${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}`;
  return `${dayText(day)}${clock}.${THREE_DIGITS[Math.floor(micros / 1000)]}${THREE_DIGITS[micros % 1000]}`;
}

/** A course's id, as JSON, as the second key of a line; nothing where there is one course. */
const courseKey = (course: string): string => (course === '' ? '' : `"course":${course},`);

/** These two are spelled out, as there are many of them: JSON.stringify takes twice as long. */
export const sessionText = (name: string, course: string, { start, last, sittingEvents }: LearnerRecord): string =>
  `{"username":${name},${courseKey(course)}"start":"${instant(start)}","end":"${instant(last)}","seconds":${(last - start) / SECOND},"events":${sittingEvents}}`;

export const watchingText = (
  name: string,
  course: string,
  video: string,
  { plays, alone, seconds, seen }: Watched,
): string =>
  `{"username":${name},${courseKey(course)}"video":${video},"plays":${plays},"seconds":${milliseconds(lengthOf(seen))},"again":${milliseconds(seconds - lengthOf(seen))},"hidden":{"unasked":${alone}}}`;

export const guessText = (name: string, course: string, { location }: Problem, time: number): string =>
  `{"username":${name},${courseKey(course)}"problem":${JSON.stringify(location)},"time":"${instant(time)}"}`;

export const clientText = (name: string, course: string, now: number, login: Login): string =>
  `{"username":${name},${courseKey(course)}"from":"${instant(now)}","place":"${login.place}","device":${login.device},"address":"${login.address}","agent":${JSON.stringify(login.agent)}}`;

/** Hidden parameters to four digits: a model is not told apart by more. */
const short = (value: number): number => Math.round(value * 10_000) / 10_000;

export function learnerLine(
  learner: Learner,
  course: string,
  record: LearnerRecord,
  dropped: boolean,
  graded: number,
  name: string,
) {
  const { username, number, kind, country, offset, ability, energy, bias, watches, solves, reads, writes, home } =
    learner;
  const essays = [...learner.progress.essays];
  const videos = [...(record.videos?.values() ?? [])];
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const seconds = sum(videos.map(({ seen }) => lengthOf(seen)));
  return {
    username,
    course: course === '' ? undefined : (JSON.parse(course) as string),
    events: record.events,
    days: record.days,
    sessions: record.sittings,
    seconds: record.time / SECOND,
    problemsTried: record.tried,
    problemsSolved: record.solved,
    attempts: record.checks,
    grade: graded === 0 ? null : Math.round((record.credit / graded) * 10_000) / 10_000,
    videos: videos.length,
    secondsWatched: milliseconds(seconds),
    secondsWatchedAgain: milliseconds(sum(videos.map((video) => video.seconds)) - seconds),
    bookPages: record.pageCount,
    pageTurns: record.turns,
    essays: essays.length,
    essaysGraded: sum(essays.map((essay) => essay.graded)),
    hidden: {
      number,
      name,
      kind: kind.name,
      country: country.code,
      offset,
      ability: short(ability),
      energy: short(energy),
      bias: short(bias),
      pace: short(learner.pace),
      tempo: short(learner.tempo),
      earliness: short(learner.earliness),
      devotion: short(learner.devotion),
      onlyHomework: learner.onlyHomework,
      misconception: learner.slip ?? null,
      habits: Object.fromEntries(home.habits.shown.map(([habit, factor]) => [habit, short(factor)])),
      guesses: learner.guesses,
      watches,
      solves,
      reads,
      writes,
      devices: 1 + Number(home.hasTwo),
      logins: home.logins,
      visits: learner.visits,
      visitsAt: Object.fromEntries(PLACES.map((place, index) => [place, learner.visitsAt[index]!])),
      agent: home.login?.agent ?? '',
      dropOut: dropped ? record.lastDay : null,
    },
  };
}
