import type { Entry } from './entry.test.support.ts';
import { LONG, SECOND, type MakeRule } from './rule.test.support.ts';

const ROUNDING = 1e-3;

/** A player on a page, as its lines tell of it. */
interface Player {
  readonly load: Entry;
  playing: Entry | undefined;
  /** Where it stands, as far as is known. */
  at: number | undefined;
  speed: number | undefined;
  completed: boolean;
  /** A pause that should be kept by a request. */
  unsaved: Entry | undefined;
  /** A video that counts as seen, which should be told to the server. */
  untold: Entry | undefined;
  ended: Entry | undefined;
}

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

  /** How far a player can be by now. */
  function furthest({ playing, speed }: Player, { time }: Entry): number {
    const rate = speed ?? 2;
    return playing!.payload.currentTime + ((time - playing!.time) / SECOND) * rate + ROUNDING;
  }

  const check = (entry: Entry, mine: Player, at = entry.payload.currentTime): void => {
    if (at > entry.payload.duration + ROUNDING) complain(entry, 'is beyond its end');
    if (!mine.playing) return complain(entry, 'happens to what does not play');
    if (at > furthest(mine, entry)) complain(entry, 'is further than it can have played');
    if (at < mine.playing.payload.currentTime - ROUNDING) complain(entry, 'is before where it was played');
  };

  function unfinished({ unsaved, untold, ended, load }: Player, time: number): void {
    if (Math.max(load.time, unsaved?.time ?? 0, untold?.time ?? 0, ended?.time ?? 0) + LONG > Math.min(time, end))
      return;
    if (unsaved) complain(unsaved, 'is not kept');
    if (untold) complain(untold, 'is not told to the server');
    if (ended) complain(ended, 'is at the end without a stop');
  }

  const does: Record<string, (entry: Entry, mine: Player) => void> = {
    play(entry, mine) {
      if (mine.playing) complain(entry, 'plays what is playing');
      if (mine.at !== undefined && Math.abs(entry.payload.currentTime - mine.at) > 0.6)
        complain(entry, 'plays elsewhere without a seek');
      mine.playing = entry;
    },
    pause(entry, mine) {
      check(entry, mine);
      mine.playing = undefined;
      mine.at = entry.payload.currentTime;
      if (mine.unsaved) complain(mine.unsaved, 'is not kept');
      mine.unsaved = entry;
      places.set(`${entry.username} ${entry.payload.id}`, placeOf(entry.payload.currentTime, entry.payload.duration));
      if (entry.payload.currentTime >= entry.payload.duration - ROUNDING) mine.ended = entry;
    },
    stop(entry, mine) {
      if (!mine.ended) complain(entry, 'stops before the end');
      mine.ended = undefined;
    },
    seek(entry, mine) {
      const { old_time, new_time } = entry.payload;
      const standsElsewhere = mine.at !== undefined && Math.abs(old_time - mine.at) > ROUNDING;
      if (mine.playing) check(entry, mine, old_time);
      else if (standsElsewhere) complain(entry, 'leaves from elsewhere');
      mine.at = new_time;
      mine.playing = undefined;
    },
    complete(entry, mine) {
      check(entry, mine);
      if (mine.completed) complain(entry, 'counts twice');
      if (entry.payload.currentTime < 0.95 * entry.payload.duration - ROUNDING) complain(entry, 'counts too early');
      mine.completed = true;
      mine.untold = entry;
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
            playing: undefined,
            at: places.get(key) ?? 0,
            speed: speeds.get(username),
            completed: false,
          };
          players.set(key, { ...fresh, unsaved: undefined, untold: undefined, ended: undefined });
          return;
        }
        if (!mine) return complain(entry, 'happens before its player is loaded');
        if (mine.load.page !== page) complain(entry, 'happens on another page than the one that was loaded');
        does[what]!(entry, mine);
      } else if (/\/(save_user_state|publish_completion)$/.test(path)) {
        const id = /block@([0-9a-f]{32})\/handler/.exec(path)![1]!;
        const mine = players.get(`${username} ${id}`);
        if (!mine) return complain(entry, 'is asked for by no player');
        if (mine.load.page !== referer) complain(entry, 'comes from another page than the player’s');
        if (line.includes('saved_video_position')) {
          const kept = secondsOf(payload.POST.saved_video_position[0]);
          if (mine.unsaved && Math.floor(mine.unsaved.payload.currentTime) !== kept)
            complain(entry, 'keeps another position');
          mine.unsaved = undefined;
        } else if (path.endsWith('publish_completion') && type.startsWith('/') && !mine.untold)
          complain(entry, 'tells of what was not seen');
        else if (type === 'edx.completion.block_completion.changed') mine.untold = undefined;
      }
    },
    end() {
      for (const mine of players.values()) unfinished(mine, Infinity);
    },
  };
};
