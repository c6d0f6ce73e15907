import type { Entry } from './entry.test.support.ts';
import { LONG, SECOND, type MakeRule } from './rule.test.support.ts';

const ROUNDING = 1e-3;

/** A player on a page, as its lines tell of it. */
interface Player {
  readonly load: Entry;
  /** Whether its unit was asked for anew: another player comes in its place. */
  isGone: boolean;
  playing: Entry | undefined;
  /** The play that was over last, and what ended it. */
  over: { readonly play: Entry; readonly by: Entry } | undefined;
  /** Where it stands, as far as is known. */
  at: number | undefined;
  speed: number | undefined;
  completed: boolean;
  /** Pauses that requests should keep, and requests that came before their pauses. */
  readonly unsaved: Entry[];
  readonly saves: Entry[];
  /** A video that counts as seen, which should be told to the server; what came of that before the player’s own message. */
  untold: Entry | undefined;
  tells: Entry | undefined;
  isTold: boolean;
  /** The end of a video, which should stop it; a stop that came before. */
  ended: Entry | undefined;
  stopped: Entry | undefined;
}

/** What a browser sends at once does not come farther apart, as a rule. */
const APART = 10 * SECOND;

const UNIT = /vertical\+block@[0-9a-f]{32}/;
const EVENTS = /^(load|play|pause|stop|seek|complete|speed_change)_video$/;

/** Where a player begins that was paused at some seconds: there, to the second, but for the video's last one. */
const placeOf = (at: number, duration: number): number => (at < duration - 1 ? Math.floor(at) : 0);

/** Hours, minutes and seconds, as seconds. */
const secondsOf = (clock: string): number => clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);

/** Players: nothing before they are loaded, the first play where the video was left or sought, no position further than the clock allows, and what belongs together comes together. */
export const player: MakeRule = (complain, end) => {
  const players = new Map<string, Player>();
  const speeds = new Map<string, number>();
  /** Where videos were paused last. */
  const places = new Map<string, number>();
  /** Whose player is the last one of somebody in a unit's frame. */
  const frames = new Map<string, Player>();

  const check = (entry: Entry, mine: Player, at = entry.payload.currentTime, play = mine.playing): void => {
    if (at > entry.payload.duration + ROUNDING) complain(entry, 'is beyond its end');
    if (!play) return complain(entry, 'happens to what does not play');
    const furthest = play.payload.currentTime + ((entry.time - play.time) / SECOND) * (mine.speed ?? 2);
    if (at > furthest + ROUNDING) complain(entry, 'is further than it can have played');
    if (at < play.payload.currentTime - ROUNDING) complain(entry, 'is before where it was played');
  };

  function isOver(mine: Player, by: Entry): void {
    mine.over = mine.playing && { play: mine.playing, by };
    mine.playing = undefined;
  }

  function unfinished({ unsaved, saves, untold, tells, ended, stopped }: Player, time: number): void {
    const judge = (entry: Entry | undefined, message: string): void => {
      if (entry && entry.time + LONG <= Math.min(time, end)) complain(entry, message);
    };
    for (const pause of unsaved) judge(pause, 'is not kept');
    for (const request of saves) judge(request, 'keeps what was not paused');
    judge(untold, 'is not told to the server');
    judge(tells, 'tells of what was not seen');
    judge(ended, 'is at the end without a stop');
    judge(stopped, 'stops before the end');
  }

  /** A position of a pause is kept: the pause is there by then, mostly. */
  function save(entry: Entry, { unsaved, saves }: Player): void {
    const kept = secondsOf(entry.payload.POST.saved_video_position[0]);
    const index = unsaved.findIndex(({ payload }) => Math.floor(payload.currentTime) === kept);
    if (index >= 0) unsaved.splice(index, 1);
    else saves.push(entry);
  }

  const does: Record<string, (entry: Entry, mine: Player) => void> = {
    play(entry, mine) {
      if (mine.isGone) complain(entry, 'plays in a frame that is gone');
      if (mine.playing) complain(entry, 'plays what is playing');
      if (mine.at !== undefined && Math.abs(entry.payload.currentTime - mine.at) > 0.6)
        complain(entry, 'plays elsewhere without a seek');
      mine.playing = entry;
    },
    pause(entry, mine) {
      check(entry, mine);
      isOver(mine, entry);
      mine.at = entry.payload.currentTime;
      const early = mine.saves.splice(0);
      mine.unsaved.push(entry);
      for (const one of early) save(one, mine);
      places.set(`${entry.username} ${entry.payload.id}`, placeOf(entry.payload.currentTime, entry.payload.duration));
      if (entry.payload.currentTime < entry.payload.duration - ROUNDING) return;
      if (mine.stopped) mine.stopped = undefined;
      else mine.ended = entry;
    },
    stop(entry, mine) {
      if (mine.ended) mine.ended = undefined;
      else mine.stopped = entry;
    },
    seek(entry, mine) {
      const { old_time, new_time } = entry.payload;
      const standsElsewhere = mine.at !== undefined && Math.abs(old_time - mine.at) > ROUNDING;
      if (mine.playing) check(entry, mine, old_time);
      else if (standsElsewhere) complain(entry, 'leaves from elsewhere');
      mine.at = new_time;
      isOver(mine, entry);
    },
    complete(entry, mine) {
      const justOver = mine.over && entry.time - mine.over.by.time < APART ? mine.over.play : undefined;
      check(entry, mine, entry.payload.currentTime, mine.playing ?? justOver);
      if (mine.completed) complain(entry, 'counts twice');
      if (entry.payload.currentTime < 0.95 * entry.payload.duration - ROUNDING) complain(entry, 'counts too early');
      mine.completed = true;
      mine.tells = undefined;
      mine.untold = mine.isTold ? undefined : entry;
    },
    speed_change(entry, mine) {
      const { old_speed, new_speed } = entry.payload;
      const known = mine.speed;
      if (old_speed === new_speed) complain(entry, 'changes nothing');
      if (known !== undefined && known !== Number(old_speed)) complain(entry, `changes another speed than ${known}`);
      mine.speed = Number(new_speed);
      speeds.set(entry.username, Number(new_speed));
    },
  };

  return {
    see(entry) {
      const { type, username, payload, page, path, referer, source, time, line } = entry;
      if (source === 'browser' && EVENTS.test(type)) {
        const key = `${username} ${payload.id}`;
        const what = type.replace('_video', '');
        const mine = players.get(key);
        if (what === 'load') {
          if (mine) unfinished(mine, time);
          const fresh = {
            load: entry,
            isGone: false,
            playing: undefined,
            over: undefined,
            at: places.get(key) ?? 0,
            speed: speeds.get(username),
            completed: false,
          };
          const waits = { untold: undefined, tells: undefined, isTold: false, ended: undefined, stopped: undefined };
          const loaded = { ...fresh, ...waits, unsaved: [], saves: [] };
          players.set(key, loaded);
          frames.set(`${username} ${page?.match(UNIT)?.[0]}`, loaded);
          return;
        }
        if (!mine) return complain(entry, 'happens before its player is loaded');
        if (mine.load.page !== page) complain(entry, 'happens on another page than the one that was loaded');
        does[what]!(entry, mine);
      } else if (type.startsWith('/xblock/')) {
        const gone = frames.get(`${username} ${path.match(UNIT)?.[0]}`);
        if (gone) gone.isGone = true;
      } else if (/type@video\+.*\/(save_user_state|publish_completion)$/.test(path)) {
        const id = /block@([0-9a-f]{32})\/handler/.exec(path)![1]!;
        const mine = players.get(`${username} ${id}`);
        if (!mine) return complain(entry, 'is asked for by no player');
        if (mine.load.page !== referer) complain(entry, 'comes from another page than the player’s');
        if (line.includes('saved_video_position')) save(entry, mine);
        else if (path.endsWith('publish_completion') && type.startsWith('/')) {
          if (!mine.untold) mine.tells = entry;
        } else if (type === 'edx.completion.block_completion.changed') {
          mine.isTold = mine.untold === undefined;
          mine.untold = undefined;
        }
      }
    },
    end() {
      for (const mine of players.values()) unfinished(mine, Infinity);
    },
  };
};
