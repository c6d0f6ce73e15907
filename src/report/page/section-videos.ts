import { grouped } from '../../base/format-number.ts';
import { svg } from '../charts/frame.ts';
import { VIDEO_HEIGHT, VIDEO_WIDTH, videoCurve } from '../charts/video-curve.ts';
import type { Summary, VideoRow } from '../statistics/summarize.ts';
import { foldedTable, legend, name, note, section } from './figure.ts';
import { html, shortened, type Markup } from './html.ts';
import { sampled } from './section-people.ts';
import { videoTitle, estimate, estimated, percent, position } from './format-text.ts';

/** Curves that are drawn: those of the videos with the most viewers. */
const DRAWN = 12;
/** A scale for all, so that curves can be compared; one video that is played over and over must not flatten the rest. */
const HIGHEST = 2;

/** The share of viewers who saw the middle of a video's last tenth. */
const toTheEnd = ({ seen, viewers }: VideoRow): number =>
  seen[Math.min(seen.length - 1, Math.floor(0.95 * seen.length))]! / viewers;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function small(video: VideoRow, index: number, largest: number, oneIn: number): Markup {
  const { id, viewers, seen, again, length } = video;
  const shares = (counts: readonly number[]) => counts.map((count) => Math.min(count / viewers, HIGHEST));
  const heading = shortened(videoTitle(id), 44);
  const about = `${estimated(viewers, oneIn, 'viewer')}; the mean part is seen by ${percent(mean(seen) / viewers)} of them, the end by ${percent(toTheEnd(video))}.`;
  const marks = videoCurve(
    shares(seen),
    shares(again).map((share, part) => Math.min(share, HIGHEST - shares(seen)[part]!)),
    largest,
    length,
  );
  return html`<li><h3>${name(heading)}</h3><p>${estimated(viewers, oneIn, 'viewer')}</p>${svg(VIDEO_WIDTH, VIDEO_HEIGHT, `video-${index}`, `Viewers by place in ${heading}`, about, marks)}</li>`;
}

/** Where in the videos people watch, and watch again. */
export function videosSection({ watched, viewersOneIn: oneIn, beyond }: Summary): Markup {
  const viewed = watched.filter(({ viewers }) => viewers > 0);
  if (viewed.length === 0) return section('videos', 'Videos', 'Nobody plays a video in these logs.');
  const most = new Set([...viewed].sort((a, b) => b.viewers - a.viewers).slice(0, DRAWN));
  const drawn = viewed.filter((video) => most.has(video));
  const highest = Math.max(
    1.1,
    ...drawn.map(({ seen, again, viewers }) =>
      Math.max(...seen.map((count, part) => (count + again[part]!) / viewers)),
    ),
  );
  const largest = Math.min(HIGHEST, highest);
  const which =
    viewed.length > drawn.length
      ? `The ${drawn.length} of ${grouped(viewed.length)} videos with the most viewers`
      : 'All videos';
  return section(
    'videos',
    'Videos',
    html`${which}, in the order in which they were first played. The height is the share of a video’s viewers who saw that part; all have one scale.`,
    sampled(oneIn, 'viewers'),
    html`<figure>${legend([
      { name: 'viewers', colour: 'single' },
      { name: 'seen again by the same viewers', colour: 'again' },
    ])}<ul class="small">${drawn.map((video, index) => small(video, index, largest, oneIn))}</ul>${foldedTable({
      caption: 'all videos',
      head: ['Video', 'Length seen', 'Viewers', 'Plays', 'Mean part seen by', 'End seen by', 'Seen again'],
      rows: viewed.map((video) => [
        name(video.id),
        position(video.length),
        estimate(video.viewers, oneIn),
        grouped(video.plays),
        percent(mean(video.seen) / video.viewers),
        percent(toTheEnd(video)),
        percent(mean(video.again) / video.viewers),
      ]),
    })}</figure>`,
    beyond.clicks > 0 && note(`${grouped(beyond.clicks)} clicks on further videos are left out.`),
  );
}
