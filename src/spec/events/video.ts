import { Type } from '../../base/type.ts';
import { sent, sentUnder } from '../current-shape.ts';
import { browserEvent, shape, type Shape } from '../event-type.ts';
import { htmlId } from '../keys.ts';
import {
  authoredCode,
  authoredSpeed,
  CURRENT_SPEEDS,
  playerSeconds,
  text,
  value,
  videoId,
  videoSeconds,
  videoSpeed,
  YOUTUBE_ID,
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

/** What every player tells today: its video, and how long that is, if it knows. */
const player = {
  id: htmlId,
  code: value(
    Type.String({ pattern: `^(${YOUTUBE_ID}|html5|hls)$` }),
    'video-code',
    'a YouTube id of 11 characters, html5 or hls',
  ),
  duration: value(Type.Union([videoSeconds, Type.Null()]), 'video-time', 'seconds, at least 0, or null'),
};
const currentTime = { ...videoSeconds, description: 'seconds into the video' };
const at = sent({ ...player, currentTime });
const shownAt = sent({ ...player, current_time: currentTime });
const speed = value(
  Type.Enum(CURRENT_SPEEDS),
  'video-speed',
  `one of ${CURRENT_SPEEDS.map((each) => `"${each}"`).join(', ')}`,
);
/** An event that only today's player sends. */
const todays = <S extends Shape>(name: string, details: string, current: S) => browserEvent(name, details, { current });

export const playVideo = browserEvent('play_video', 'A video starts to play.', { documented, deployed, current: at });
export const pauseVideo = browserEvent('pause_video', 'A video stops playing.', { documented, deployed, current: at });
export const loadVideo = todays('load_video', 'A player is ready.', sent(player));
export const stopVideo = todays('stop_video', 'A video has come to its end.', at);
export const completeVideo = todays('complete_video', 'So much of a video was played that it counts as seen.', at);
export const seekVideo = todays(
  'seek_video',
  'Another place of a video is gone to.',
  sent({
    ...player,
    old_time: currentTime,
    new_time: currentTime,
    type: value(
      Type.Enum(['onSlideSeek', 'onCaptionSeek', 'onSkipSeek'] as const),
      'payload-value',
      '"onSlideSeek", "onCaptionSeek" or "onSkipSeek"',
    ),
  }),
);
export const speedChangeVideo = todays(
  'speed_change_video',
  'A video’s speed is changed.',
  sent({ ...player, current_time: currentTime, old_speed: speed, new_speed: speed }),
);
export const showTranscript = todays('show_transcript', 'A video’s transcript is shown.', shownAt);
export const hideTranscript = todays('hide_transcript', 'A video’s transcript is hidden.', shownAt);
export const captionsShown = todays('edx.video.closed_captions.shown', 'A video’s captions are shown.', shownAt);
export const captionsHidden = todays('edx.video.closed_captions.hidden', 'A video’s captions are hidden.', shownAt);
export const languageMenuShown = todays(
  'video_show_cc_menu',
  'The languages of a video’s captions are shown.',
  sentUnder('edx.video.language_menu.shown', player),
);
export const languageMenuHidden = todays(
  'video_hide_cc_menu',
  'The languages of a video’s captions are hidden.',
  sentUnder('edx.video.language_menu.hidden', { ...player, language: text }),
);
export const autoAdvanceChanged = todays(
  'auto_advance_change_video',
  'That one video follows another is turned on or off.',
  sent({ ...player, enabled: Type.Boolean() }),
);
