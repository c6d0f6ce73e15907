import { mean } from './numbers.ts';
import { Table, type Observer, type Seen, type Syllabus } from './observer.ts';

const BIN = 10;

interface Watch {
  readonly seconds: number;
  /** Where the last run began, and when; undefined when it was paused. */
  playing: { readonly at: number; readonly time: number; readonly speed: number } | undefined;
  /** How far it got. */
  far: number;
  /** Where it was paused last. */
  paused: number | undefined;
  events: number;
  /** Plays after another, and those of them with no pause between. */
  again: number;
  sought: number;
}

/** Seconds by which a position may be off what the clock says and still be the clock's. */
const EXACT = 0.0015;

/** How videos are watched. */
export class Watching implements Observer {
  /** By learner and video. */
  readonly watches = new Table<string, Watch>((key) => ({
    seconds: this.#syllabus.videos.get(key.slice(key.lastIndexOf(' ') + 1))!.seconds,
    playing: undefined,
    far: 0,
    paused: undefined,
    events: 0,
    again: 0,
    sought: 0,
  }));
  /** Seconds seen once more, by video, in bins of ten seconds. */
  readonly replays: Table<string, Float64Array>;
  /** Pauses, by video and position. */
  readonly pauses = new Table<string, number[]>(() => [0]);
  readonly speeds = new Table<string, number[]>(() => [0]);
  /** Pauses after a play, by themselves or not, and of them those whose position is as far as the clock allows, to a millisecond or so. */
  readonly clock = { all: 0, exact: 0 };
  readonly #started = new Map<string, Seen>();
  readonly #syllabus: Syllabus;
  /** The video that each learner has played last, and on which page. */
  readonly #open = new Map<string, { readonly key: string; readonly page: string | null }>();

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
    this.replays = new Table((id) => new Float64Array(Math.ceil(syllabus.videos.get(id)!.seconds / BIN)));
  }

  see(line: Seen): void {
    this.#time(line);
    const { username, time, type, payload, page, unasked } = line;
    const open = this.#open.get(username);
    if (unasked) return;
    if (type === 'play_video') {
      const key = `${username} ${payload.id}`;
      const watch = this.watches.at(key);
      if (open?.key !== key) this.#leave(username, time);
      watch.again += Number(watch.playing !== undefined || watch.paused !== undefined);
      watch.sought += Number(watch.playing !== undefined);
      this.#stop(watch, time);
      if (open?.key === key && watch.paused !== undefined && payload.currentTime < watch.paused - 1) {
        this.#replay(payload.id, payload.currentTime, watch.paused);
      }
      this.#open.set(username, { key, page });
      watch.events += 1;
      watch.playing = { at: payload.currentTime, time, speed: Number(payload.speed) };
      this.speeds.at(payload.speed)[0]! += 1;
    } else if (type === 'pause_video') {
      const watch = this.watches.at(`${username} ${payload.id}`);
      watch.events += 1;
      watch.playing = undefined;
      if (payload.currentTime < watch.seconds - 1) this.pauses.at(`${payload.id} ${payload.currentTime}`)[0]! += 1;
      watch.paused = payload.currentTime;
      watch.far = Math.max(watch.far, payload.currentTime);
    } else if (type === 'page_close' && page === open?.page) this.#leave(username, time);
  }

  end(): void {}

  #time(line: Seen): void {
    const { username, time, type, payload } = line;
    if (type === 'play_video') this.#started.set(username, line);
    else {
      const play = this.#started.get(username);
      this.#started.delete(username);
      if (type !== 'pause_video' || play === undefined || play.payload.code !== payload.code) return;
      const run = (time - play.time) * Number(payload.speed);
      this.clock.all += 1;
      this.clock.exact += Number(Math.abs(payload.currentTime - play.payload.currentTime - run) < EXACT);
    }
  }

  /** How much of a video each learner who played it saw, by the video's length in seconds. */
  *parts(): Generator<{ readonly seconds: number; readonly part: number; readonly events: number }> {
    for (const [, { seconds, far, events }] of this.watches)
      yield { seconds, part: Math.min(1, far / seconds), events };
  }

  /** By how much the log-odds to see all of a video differ between videos of like length, by standard deviation, beyond chance. */
  get appeal(): number {
    const videos = new Table<string, { seconds: number; all: number; ends: number }>(() => ({
      seconds: 0,
      all: 0,
      ends: 0,
    }));
    for (const [key, { seconds, far }] of this.watches) {
      const video = videos.at(key.slice(key.lastIndexOf(' ') + 1));
      video.seconds = seconds;
      video.all += 1;
      video.ends += Number(far > 0.95 * seconds);
    }
    const known = [...videos.values()].filter(({ all }) => all >= 40).sort((one, other) => one.seconds - other.seconds);
    const odds = known.map(({ all, ends }) => Math.log((ends + 0.5) / (all - ends + 0.5)));
    const errors = known.map(({ all, ends }) => 1 / (ends + 0.5) + 1 / (all - ends + 0.5));
    const differences = odds.slice(1).map((other, index) => (other - odds[index]!) ** 2 / 2);
    return Math.sqrt(Math.max(0, mean(differences) - mean(errors)));
  }

  /** Of each learner: plays after another one of the same video, and those before which nothing was paused. */
  *seeks(): Generator<readonly [times: number, plays: number]> {
    const people = new Table<string, number[]>(() => [0, 0]);
    for (const [key, { again, sought }] of this.watches) {
      const counts = people.at(key.slice(0, key.lastIndexOf(' ')));
      counts[0]! += sought;
      counts[1]! += again;
    }
    for (const [sought, again] of people.values()) yield [sought!, again!];
  }

  #leave(username: string, time: number): void {
    const watch = this.watches.get(this.#open.get(username)?.key ?? '');
    if (watch) this.#stop(watch, time);
    this.#open.delete(username);
  }

  /** What plays is left, or another part of it is sought: it has come as far as the clock says. */
  #stop(watch: Watch, time: number): void {
    if (!watch.playing) return;
    const { at, time: began, speed } = watch.playing;
    watch.paused = Math.min(watch.seconds, at + (time - began) * speed);
    watch.far = Math.max(watch.far, watch.paused);
    watch.playing = undefined;
  }

  #replay(id: string, from: number, to: number): void {
    const bins = this.replays.at(id);
    for (let bin = Math.floor(from / BIN); bin < Math.min(bins.length, to / BIN); bin += 1) bins[bin]! += 1;
  }
}
