import { expect, test } from 'vitest';
import { SECOND } from '../../base/time.ts';
import { readVideoEvent, stretchesOf, Viewers, type VideoEvent } from './viewers.ts';
import { watching } from './watching.ts';

const click = (viewers: Viewers, username: string, time: number, event: VideoEvent, payload: Record<string, unknown>) =>
  viewers.add(username, time, event, 'i4x-v', ...readVideoEvent(event, payload));

type Click = [at: number, click: 'play' | 'pause' | 'close', position?: number | string, speed?: string];

/** One viewer's clicks on one video, in the order given; `at` counts seconds. */
function stretches(...clicks: Click[]): [number, number][] {
  const viewers = new Viewers();
  for (const [at, event, currentTime, speed] of clicks) {
    if (event === 'close') viewers.close('ada', at * SECOND);
    else click(viewers, 'ada', at * SECOND, event, { currentTime, speed });
  }
  return [...stretchesOf(viewers.sample.members.get('ada')!)].map(({ from, to }) => [from, to]);
}

test.each<[string, Click[], [number, number][]]>([
  [
    'a play and its pause',
    [
      [0, 'play', 0, '1.0'],
      [30, 'pause', 30, '1.0'],
    ],
    [[0, 30]],
  ],
  [
    'lines that come in the wrong order',
    [
      [30, 'pause', 30, '1.0'],
      [0, 'play', 0, '1.0'],
    ],
    [[0, 30]],
  ],
  [
    'a page that is closed while the video plays',
    [
      [0, 'play', 10, '1.50'],
      [20, 'close'],
    ],
    [[10, 40]],
  ],
  [
    'a pause that tells no position',
    [
      [0, 'play', 5],
      [20, 'pause'],
    ],
    [[5, 25]],
  ],
  [
    'a jump forward while it plays',
    [
      [0, 'play', 0, '1.0'],
      [10, 'pause', 300, '1.0'],
    ],
    [[0, 15]],
  ],
  [
    'a jump back while it plays',
    [
      [0, 'play', 100, '1.0'],
      [10, 'pause', 50, '1.0'],
    ],
    [],
  ],
  [
    'a play on a play',
    [
      [0, 'play', 0, '1.0'],
      [10, 'play', 60, '1.0'],
      [20, 'pause', 70, '1.0'],
    ],
    [
      [0, 10],
      [60, 70],
    ],
  ],
  [
    'positions as text',
    [
      [0, 'play', '10.250', '1.0'],
      [20, 'pause', '30.250', '1.0'],
    ],
    [[10.3, 30.3]],
  ],
  [
    'a speed that an author listed',
    [
      [0, 'play', 0, '2.0'],
      [20, 'close'],
    ],
    [[0, 40]],
  ],
  [
    'a speed that is none',
    [
      [0, 'play', 0, '1e9'],
      [20, 'close'],
    ],
    [[0, 20]],
  ],
  ['a play that nothing follows', [[0, 'play', 0, '1.0']], []],
  ['a pause alone', [[0, 'pause', 30, '1.0']], []],
])('%s', (_, clicks, expected) => {
  expect(stretches(...clicks)).toEqual(expected);
});

test('a curve counts people once, and tells apart what they see again', () => {
  const viewers = new Viewers();
  const play = (name: string, at: number, from: number, to: number) => {
    click(viewers, name, at * SECOND, 'play', { currentTime: from, speed: '1.0' });
    click(viewers, name, (at + to - from) * SECOND, 'pause', { currentTime: to, speed: '1.0' });
  };
  play('ada', 0, 0, 4);
  play('ada', 100, 2, 4);
  play('bob', 0, 0, 2);
  expect(watching(viewers)).toEqual([
    { length: 4, viewers: 2, seconds: 8, secondsAgain: 2, seen: [2, 2, 1, 1], again: [0, 0, 1, 1] },
  ]);
});

test.each([-1, 1e9, Number.NaN, '7', '07.000', '1e9.000', null])('a position of %s is none', (currentTime) => {
  const viewers = new Viewers();
  click(viewers, 'ada', 0, 'play', { currentTime, speed: '1.0' });
  expect(viewers.videos.items.get('i4x-v')!.furthest).toBe(0);
});

test('today’s players tell of a seek and of a speed by events of their own; the speed stays', () => {
  const viewers = new Viewers();
  const at = (time: number, event: VideoEvent, payload: Record<string, unknown>) =>
    click(viewers, 'ada', time, event, payload);
  at(0, 'play', { currentTime: 0 });
  at(10 * SECOND, 'seek', { old_time: 10, new_time: 50 });
  at(11 * SECOND, 'play', { currentTime: 50 });
  at(21 * SECOND, 'speed', { current_time: 60, old_speed: '1.0', new_speed: '2.0' });
  at(41 * SECOND, 'pause', { currentTime: 100 });
  at(50 * SECOND, 'play', { currentTime: 100 });
  at(80 * SECOND, 'pause', { currentTime: 160 });
  expect([...stretchesOf(viewers.sample.members.get('ada')!)].map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [50, 60],
    [60, 100],
    [100, 160],
  ]);
});
