import { videos } from './course.test.support.ts';
import type { Entry } from './entry.test.support.ts';
import { SECOND, Table, type MakeRule } from './rule.test.support.ts';

/** Where a player has no speed (HTML5), no more is known than that nobody plays faster. */
const FASTEST = 1.5;
const ROUNDING = 1e-6;

const lengthOf = ({ payload }: Entry): number => videos.get(payload.id)?.thing.seconds ?? Infinity;

/**
 * A pause ends a play of the same video on the same page, whose position it continues at most as fast as it plays; what plays
 * is played again, on its page, by a seek.
 */
export const video: MakeRule = (_, complain) => {
  /** Each speed of a video has a code of its own. */
  const codes = new Map<string, string>();
  const playing = new Table<Map<string, Entry>>(() => new Map());

  function pause(entry: Entry, play: Entry | undefined): void {
    if (!play) return complain(entry, 'pauses what does not play');
    const { id, code, speed, currentTime: at } = entry.payload;
    if (play.page !== entry.page) complain(entry, 'pauses a video on another page than it plays on');
    if (code !== play.payload.code || speed !== play.payload.speed)
      complain(entry, `has another code or speed than the play of ${id}`);
    const from = play.payload.currentTime;
    if (at === undefined || from === undefined) return;
    const run = ((entry.time - play.time) / SECOND) * Number(speed ?? FASTEST);
    if (at < from) complain(entry, 'is paused before the position where it was played');
    if (at > from + run + ROUNDING) complain(entry, 'is further than it can have played');
  }

  function replay(entry: Entry, play: Entry): void {
    const { speed, currentTime } = play.payload;
    const run = ((entry.time - play.time) / SECOND) * Number(speed ?? FASTEST);
    if (play.page !== entry.page && currentTime !== undefined && currentTime + run < lengthOf(play))
      complain(entry, 'plays what is playing on another page');
  }

  return {
    see(entry) {
      const { type, payload, page, person } = entry;
      const mine = playing.at(person);
      if (type === 'page_close') for (const [id, play] of mine) if (play.page === page) mine.delete(id);
      if (type !== 'play_video' && type !== 'pause_video') return;
      if (payload.currentTime > lengthOf(entry)) complain(entry, `is beyond the video’s ${lengthOf(entry)} s`);
      const usual = videos.get(payload.id)?.thing.code;
      const code = codes.get(`${payload.id} ${payload.speed}`) ?? (payload.speed === '1.0' ? usual : payload.code);
      if (payload.code !== 'html5') codes.set(`${payload.id} ${payload.speed}`, code);
      if (payload.code !== code && payload.code !== 'html5') complain(entry, 'has the code of another video or speed');
      const play = mine.get(payload.id);
      if (type === 'pause_video') {
        pause(entry, play);
        mine.delete(payload.id);
      } else {
        if (play) replay(entry, play);
        mine.set(payload.id, entry);
      }
    },
  };
};
