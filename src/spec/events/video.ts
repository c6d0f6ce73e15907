import Type from 'typebox';
import { browserEvent, shape } from '../event-type.ts';
import { value, videoId, videoSeconds, videoSpeed, youtubeCode } from '../values.ts';

const documented = shape(
  'json',
  Type.Object({ id: videoId, code: youtubeCode, currentTime: videoSeconds, speed: videoSpeed }),
);

const playerCode = value(
  Type.Union([youtubeCode, Type.Literal('html5')]),
  'video-code',
  'a YouTube id of 11 characters, or html5',
);

/** The player may not be ready to tell its position yet, and an HTML5 player has no speed. */
const deployed = shape(
  'json',
  Type.Object({
    id: videoId,
    code: playerCode,
    currentTime: Type.Optional(videoSeconds),
    speed: Type.Optional(videoSpeed),
  }),
);

export const playVideo = browserEvent('play_video', 'A video starts to play.', { documented, deployed });
export const pauseVideo = browserEvent('pause_video', 'A video stops playing.', { documented, deployed });
