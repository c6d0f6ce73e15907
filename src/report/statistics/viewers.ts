import { SECOND } from '../../base/time.ts';
import { POSITION_TEXT } from '../../spec/values.ts';
import { EvenSample, type Member } from './even-sample.ts';
import { PERSON_CELLS } from './learners.ts';
import { Numbered } from './numbered.ts';

/** Cells of the sample of viewers: 32 MB, twice that while lists grow; some two million clicks on videos. */
const MOST_CELLS = 4_000_000;

const MOST_VIDEOS = 5000;
/** Seconds of the longest video; a position beyond it is a mistake. */
const LONGEST = 6 * 3600;

/** Speeds are kept in hundredths; authors list more than the usual ones. */
const NORMAL = 100;
const UNTOLD = 0;
const FASTEST = 1000;

/** What a click does to a video; a page or an element that is left ends all of its viewer's. A speed that is chosen stays, where plays tell none. */
export const CLICK = { play: 0, pause: 1, lost: 2, close: 3, speed: 4 } as const;
type Click = (typeof CLICK)[keyof typeof CLICK];

/** Units of a second in which positions are kept. */
const PARTS = 10;
/** The parts of a packed click: position, speed, kind of click, and what is left is the video's number. */
const POSITIONS = 2 ** 18;
const SPEED_NUMBERS = 1024;
const CLICKS = 8;

/** One viewer's clicks, in the order of the lines, which need not be that of time. */
export class Viewer implements Member {
  /** Time and packed click by turns. */
  readonly clicks: number[] = [];

  get cells(): number {
    return PERSON_CELLS + this.clicks.length;
  }

  add(time: number, click: Click, video: number, position: number, speed: number): void {
    this.clicks.push(
      time,
      ((video * CLICKS + click) * SPEED_NUMBERS + speed) * POSITIONS + Math.round(position * PARTS),
    );
  }
}

/** A click: position in seconds, speed as a factor. */
export function unpackClick(packed: number) {
  const rest = Math.floor(packed / POSITIONS);
  const kind = Math.floor(rest / SPEED_NUMBERS);
  return {
    video: Math.floor(kind / CLICKS),
    click: kind % CLICKS,
    speed: (rest % SPEED_NUMBERS) / NORMAL,
    position: (packed % POSITIONS) / PARTS,
  };
}

/** Counts of the clicks on one video, of all viewers. */
export interface VideoClicks {
  readonly number: number;
  /** Time of the earliest click, microseconds since 1970. */
  first: number;
  plays: number;
  pauses: number;
  /** Furthest position of any click, in seconds. */
  furthest: number;
}

const POSITION = new RegExp(POSITION_TEXT);

/** Seconds into a video, which may be told as text; undefined where a player tells none that can be. */
function positionOf(told: unknown): number | undefined {
  const value = typeof told === 'string' && POSITION.test(told) ? Number(told) : told;
  return typeof value === 'number' && value >= 0 && value <= LONGEST ? value : undefined;
}

/** In hundredths; nothing where none is told. */
function speedOf(told: unknown): number {
  const speed = typeof told === 'string' ? Math.round(Number(told) * NORMAL) : UNTOLD;
  return speed > 0 && speed <= FASTEST ? speed : UNTOLD;
}

/**
 * Events of a video: a click that starts or stops it, and what today's players tell by events of their own, a place that is left, or a speed
 * that is chosen, while a video may play.
 */
export const VIDEO_EVENTS = ['play', 'pause', 'seek', 'speed'] as const;
export type VideoEvent = (typeof VIDEO_EVENTS)[number];

/** Where the payloads of events tell a position, and a speed. */
const TOLD = {
  play: ['currentTime', 'speed'],
  pause: ['currentTime', 'speed'],
  seek: ['old_time', 'new_speed'],
  speed: ['current_time', 'new_speed'],
} as const satisfies Record<VideoEvent, readonly [string, string]>;

/** What an event's payload tells: position and speed. */
export function readVideoEvent(
  event: VideoEvent,
  payload: Readonly<Record<string, unknown>>,
): [position: number | undefined, speed: number] {
  const [position, speed] = TOLD[event];
  return [positionOf(payload[position]), speedOf(payload[speed])];
}

/** Statistics of viewers: who clicked in which video, when, and at which position. */
export class Viewers {
  readonly sample: EvenSample<Viewer>;
  readonly videos = new Numbered<VideoClicks>(MOST_VIDEOS, (number) => ({
    number,
    first: Infinity,
    plays: 0,
    pauses: 0,
    furthest: 0,
  }));

  constructor(bound = MOST_CELLS) {
    this.sample = new EvenSample(bound, () => new Viewer());
  }

  /** Counts what is told of a video. A player that is not ready tells no position, and some tell no speed. */
  add(username: string, time: number, told: VideoEvent, id: string, position: number | undefined, speed: number): void {
    const video = this.videos.get(id);
    if (!video) return;
    let kind: Click = CLICK.pause;
    if (told === 'play' || told === 'pause') {
      video.first = Math.min(video.first, time);
      if (told === 'play') video.plays += 1;
      else video.pauses += 1;
      video.furthest = Math.max(video.furthest, position ?? 0);
      kind = told === 'pause' && position === undefined ? CLICK.lost : CLICK[told];
    } else {
      if (position === undefined) return;
      if (told === 'speed') kind = CLICK.speed;
    }
    this.sample.change(username, (viewer) => viewer.add(time, kind, video.number, position ?? 0, speed));
  }

  close(username: string, time: number): void {
    this.sample.change(username, (viewer) => viewer.add(time, CLICK.close, 0, 0, NORMAL));
  }
}

/** A stretch that was played: seconds into the video. */
interface Stretch {
  readonly video: number;
  readonly from: number;
  readonly to: number;
}

/** A pause may come a little late; what lies further on than the clock allows was jumped over. */
const SLACK = 5;

/**
 * The stretches that a viewer played. A play lasts until the same video's next click or until its page or element is left; where
 * that tells no position, for as long as the clock says. A play that nothing follows is left out: nobody knows how long
 * it went on.
 */
export function* stretchesOf({ clicks }: Viewer): Generator<Stretch> {
  const order = Array.from({ length: clicks.length / 2 }, (_, index) => 2 * index).sort(
    (a, b) => clicks[a]! - clicks[b]! || a - b,
  );
  const open = new Map<number, { time: number; from: number; speed: number }>();
  let chosen = 1;
  const end = (video: number, time: number, position?: number): Stretch | undefined => {
    const play = open.get(video);
    if (!play) return undefined;
    open.delete(video);
    const played = ((time - play.time) / SECOND) * play.speed;
    const to = position === undefined ? play.from + played : Math.min(position, play.from + played + SLACK);
    return to > play.from ? { video, from: play.from, to } : undefined;
  };
  for (const index of order) {
    const time = clicks[index]!;
    const { video, click, speed, position } = unpackClick(clicks[index + 1]!);
    const ended = click === CLICK.close ? [...open.keys()] : [video];
    const plays = click === CLICK.play || (click === CLICK.speed && open.has(video));
    for (const one of ended) {
      const stretch = end(one, time, click === CLICK.pause || click === CLICK.speed ? position : undefined);
      if (stretch) yield stretch;
    }
    if (click === CLICK.speed && speed > 0) chosen = speed;
    if (plays) open.set(video, { time, from: position, speed: speed || chosen });
  }
}
