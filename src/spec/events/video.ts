import { Type } from '../../base/type.ts';
import { browserEvent, shape } from '../event-type.ts';
import {
  authoredCode,
  authoredSpeed,
  playerSeconds,
  value,
  videoId,
  videoSeconds,
  videoSpeed,
  youtubeCode,
} from '../values.ts';

const documented = shape(
  'json',
  Type.Object({ id: videoId, code: youtubeCode, currentTime: videoSeconds, speed: videoSpeed }),
);

const playerCode = value(
  Type.Union([authoredCode, Type.Literal('html5')]),
  'video-code',
  'a YouTube id of 11 characters, after blanks, or html5',
);

/** A video may have no code; the player may not be ready to tell its position yet; some HTML5 players have no speed. */
const deployed = shape(
  'json',
  Type.Object({
    id: videoId,
    code: Type.Optional(playerCode),
    currentTime: Type.Optional(playerSeconds),
    speed: Type.Optional(authoredSpeed),
  }),
);

export const playVideo = browserEvent('play_video', 'A video starts to play.', { documented, deployed });
export const pauseVideo = browserEvent('pause_video', 'A video stops playing.', { documented, deployed });
