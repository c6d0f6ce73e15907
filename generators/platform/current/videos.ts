import { SECOND } from '../../../src/base/time.ts';
import { chance, lognormal, type Stream, uniform } from '../../../src/base/random/index.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Video } from '../../course/course.ts';
import { loading, together } from '../../model/connection.ts';
import type { Run, SeekBy } from '../../model/platform.ts';
import { milliseconds } from '../../model/session.ts';
import type { PageContext, SessionContext } from '../../model/session-context.ts';
import { handlerPath } from './addresses.ts';
import { publishCompletion } from './completion.ts';
import { micros } from './grades.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import type { UnitPage } from './page.ts';
import { standingOf, type Shown } from './standing.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;
type Speed = Payload<typeof events.speedChangeVideo>['new_speed'];

/** So much of a video has to be played until it counts as watched [09_completion.js]. */
const COMPLETE = 0.95;

/** Seconds after which a player that plays tells where it is. */
const TELLS = 0.25;

/** Where YouTube cannot be reached, videos come as files. */
const WITHOUT_YOUTUBE = new Set(['CN']);

/** A video's player on a page. */
interface Player {
  readonly video: Video;
  readonly page: UnitPage;
  /** What it sends once it is there, and when that is, microseconds since 1970. */
  readonly load: Payload<typeof events.loadVideo>;
  readonly ready: number;
  /** Where it begins: where the video was paused last. */
  readonly place: number;
  speed: Speed;
  /** Whether it was played to where it counts since the page came. */
  isComplete: boolean;
  /** Whether it plays: nothing has paused it, and nobody has sought, since. */
  isPlaying: boolean;
  /** What it shows, as all players in that browser do. */
  readonly shown: Shown;
  /** Whether it goes on to the next video by itself. */
  advances: boolean;
}

/** As a player tells positions. */
const position = (seconds: number): number => milliseconds(Math.max(0, seconds));

/** Hours, minutes and seconds, as the player's state is kept. */
const clock = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

const locationOf = ({ course }: SessionContext, { id }: Video): string =>
  `block-v1:${course.id.slice(course.id.indexOf(':') + 1)}+type@video+block@${id}`;

/** Seconds until somebody sees that a player is there; none, if it has been. */
const untilSeen = ({ now, networkRandom }: SessionContext, { ready }: Player): number =>
  ready < now ? 0 : (ready - now + micros(networkRandom, 0.5, 0.4)) / SECOND;

/** Videos: what players and the server log. */
export class Videos {
  readonly #lines: Lines;
  /** A page has one at a time. */
  readonly #players = new WeakMap<PageContext, Player>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Loads a unit's video so many microseconds from now. Nobody waits for it who does not mean to play it. */
  load(visit: SessionContext, page: UnitPage, video: Video, from: number): void {
    const path = handlerPath(visit.course, locationOf(visit, video), 'transcript/translation/en');
    const asked = from + loading(visit, 0.6, 0.4);
    this.#lines.request(visit, page.frameUrl, path, asked, { GET: { videoId: video.code } });
    const ready = from + loading(visit, 1.2);
    const load = this.#of(visit, video);
    const time = this.#lines.browser(visit, page.frame!, events.loadVideo, load, ready);
    this.#players.set(page, {
      video,
      page,
      load,
      ready: time ?? visit.now + ready,
      place: visit.learner.progress.placeIn(video.id) ?? 0,
      speed: standingOf(visit.learner).speed ?? visit.speed,
      isComplete: false,
      isPlaying: false,
      shown: standingOf(visit.learner).shownOn(visit.login.device),
      advances: false,
    });
  }

  /** A unit's frame goes, so many microseconds from now: a player that is not there by then never tells of itself. */
  unload(visit: SessionContext, page: UnitPage, delay: number): void {
    const player = this.#players.get(page);
    if (player && player.ready > visit.now + delay) this.#lines.withdraw(player.load);
  }

  play(visit: SessionContext, video: Video, at: number, run: Run, habits: Stream): void {
    const player = this.#player(visit, video);
    player.isPlaying = true;
    this.#send(visit, player, events.playVideo, { ...this.#of(visit, video), currentTime: position(at) });
    this.#whilePlaying(visit, player, at, run, habits);
    // Whoever goes to the end by itself has played to where it counts, as soon as the player tells of its position, which it does by turns.
    const first = uniform(visit.networkRandom, 0.001, TELLS) * Number(player.speed);
    const counts = Math.max(COMPLETE * video.seconds + first, at + TELLS);
    if (player.isComplete || counts >= Math.min(at + run.seconds, video.seconds)) return;
    player.isComplete = true;
    this.#complete(visit, player, counts, this.#reached(player, at, run, counts));
  }

  pause(visit: SessionContext, video: Video, at: number): void {
    const player = this.#player(visit, video);
    const paused = { ...this.#of(visit, video), currentTime: position(at) };
    player.isPlaying = false;
    const isAtEnd = at >= video.seconds - 0.001;
    const [kept, stopped] = [together(visit), isAtEnd ? together(visit) : 0];
    const told = -Math.min(0, kept, stopped);
    this.#send(visit, player, events.pauseVideo, paused, told);
    this.#save(visit, player, { saved_video_position: clock(at) }, told + kept);
    if (isAtEnd) this.#send(visit, player, events.stopVideo, paused, told + stopped);
    // Nobody goes on before that is told.
    if (told > 0) visit.awaits(told);
  }

  standsAt(visit: SessionContext, video: Video): number {
    return this.#player(visit, video).place;
  }

  /** What somebody does to the player before it plays on; gives the seconds that it takes. */
  turnTo(visit: SessionContext, video: Video, from: number, to: number, by: SeekBy, habits: Stream): number {
    const player = this.#player(visit, video);
    let seconds = untilSeen(visit, player);
    if (player.speed !== visit.speed) {
      const change = { current_time: position(from), old_speed: player.speed, new_speed: visit.speed };
      const kept = together(visit);
      const told = Math.round(seconds * SECOND) - Math.min(0, kept);
      this.#send(visit, player, events.speedChangeVideo, { ...this.#of(visit, video), ...change }, told);
      this.#save(visit, player, { speed: visit.speed }, told + kept);
      seconds = told / SECOND;
      player.speed = visit.speed;
      standingOf(visit.learner).speed = visit.speed;
      seconds += lognormal(habits, HABITS.betweenClicks.mean, HABITS.betweenClicks.sd);
    }
    if (Math.abs(to - from) < HABITS.leastSeek && !player.isPlaying) return seconds;
    player.isPlaying = false;
    const type = by === 'caption' ? 'onCaptionSeek' : 'onSlideSeek';
    if (by === 'caption' && !player.shown.transcripts) {
      player.shown.transcripts = true;
      const shown = { ...this.#of(visit, video), current_time: position(from) };
      this.#send(visit, player, events.showTranscript, shown, Math.round(seconds * SECOND));
      seconds += lognormal(habits, HABITS.betweenClicks.mean, HABITS.betweenClicks.sd);
    }
    const seek = { old_time: position(from), new_time: position(to), type } as const;
    this.#send(visit, player, events.seekVideo, { ...this.#of(visit, video), ...seek }, Math.round(seconds * SECOND));
    return seconds + lognormal(habits, HABITS.betweenClicks.mean, HABITS.betweenClicks.sd);
  }

  /** When a run reaches a position, in microseconds. */
  #reached({ speed }: Player, at: number, { delay }: Run, to: number): number {
    return Math.ceil((delay + (to - at) / Number(speed)) * SECOND);
  }

  /** Now and then somebody turns transcript or captions on or off while a video plays. */
  #whilePlaying(visit: SessionContext, player: Player, at: number, run: Run, habits: Stream): void {
    if (run.seconds < 4) return;
    const where = at + uniform(habits, 1, run.seconds - 1);
    const delay = this.#reached(player, at, run, where);
    const now = { ...this.#of(visit, player.video), current_time: position(where) };
    if (chance(habits, visit.learner.home.habits.chance('reads transcripts', HABITS.togglesTranscript))) {
      const type = player.shown.transcripts ? events.hideTranscript : events.showTranscript;
      player.shown.transcripts = !player.shown.transcripts;
      this.#send(visit, player, type, now, delay);
    } else if (chance(habits, HABITS.togglesCaptions)) {
      const type = player.shown.captions ? events.captionsHidden : events.captionsShown;
      player.shown.captions = !player.shown.captions;
      this.#send(visit, player, type, now, delay);
    } else if (chance(habits, HABITS.switchesAutoAdvance)) {
      player.advances = !player.advances;
      const switched = { ...this.#of(visit, player.video), enabled: player.advances };
      const kept = together(visit);
      const told = delay - Math.min(0, kept);
      this.#send(visit, player, events.autoAdvanceChanged, switched, told);
      this.#save(visit, player, { auto_advance: String(player.advances) }, told + kept);
    } else if (chance(habits, HABITS.looksAtLanguages)) {
      const shown = this.#of(visit, player.video);
      const hidden = delay + micros(habits, 1.5, 0.6);
      if (hidden > this.#reached(player, at, run, at + run.seconds)) return;
      this.#send(visit, player, events.languageMenuShown, shown, delay);
      this.#send(visit, player, events.languageMenuHidden, { ...shown, language: 'en' }, hidden);
    }
  }

  #complete(visit: SessionContext, player: Player, at: number, delay: number): void {
    const { video, page } = player;
    const apart = together(visit);
    const told = delay - Math.min(0, apart);
    this.#send(visit, player, events.completeVideo, { ...this.#of(visit, video), currentTime: position(at) }, told);
    const block = { location: locationOf(visit, video), title: video.title };
    publishCompletion(this.#lines, visit, page, block, 'video', told + apart, video.id);
  }

  #save(visit: SessionContext, { video, page }: Player, POST: Record<string, string>, delay: number): void {
    const path = handlerPath(visit.course, locationOf(visit, video), 'ajax_handler/save_user_state');
    this.#lines.request(visit, page.frameUrl, path, delay, { POST });
  }

  #of({ learner }: SessionContext, { id, code, seconds }: Video): Payload<typeof events.loadVideo> {
    return { id, code: WITHOUT_YOUTUBE.has(learner.country.code) ? 'html5' : code, duration: seconds };
  }

  #send<T extends EventType>(visit: SessionContext, { page }: Player, type: T, payload: Payload<T>, delay = 0): void {
    this.#lines.browser(visit, page.frame!, type, payload, delay);
  }

  #player(visit: SessionContext, video: Video): Player {
    const known = visit.view && this.#players.get(visit.view);
    if (known?.video === video) return known;
    throw new Error(`the video ${video.id} is played before its page has come`);
  }
}
