import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CONTRAST_FAULTS,
  hasBrowser,
  LAYOUT_FAULTS,
  open,
  openBrowser,
  SILENT_DRAWINGS,
} from './browser.test.support.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const EVIL = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'&\u202e';

/** Lines in which every name is hostile, and long. */
function hostileLines(): string {
  const common = { session: EVIL, ip: EVIL, agent: EVIL, page: `javascript:alert(3)//${EVIL}` };
  const at = (second: number) => `2013-03-04T09:00:${String(second).padStart(2, '0')}.000000`;
  const record = (fields: object) => `${JSON.stringify({ username: EVIL, ...common, event: '', ...fields })}\n`;
  const player = (name: string, second: number, currentTime: number) =>
    record({
      time: at(second),
      event_source: 'browser',
      event_type: name,
      event: JSON.stringify({ id: `i4x-${EVIL}-video-${EVIL.repeat(4)}`, code: EVIL, currentTime, speed: EVIL }),
    });
  const check = (second: number, id: string) =>
    record({
      time: at(second),
      event_source: 'server',
      event_type: 'save_problem_check',
      event: { problem_id: id, attempts: 1, success: EVIL },
    });
  return [
    player('play_video', 1, 0),
    player('pause_video', 9, 8),
    check(10, EVIL),
    check(11, 'W'.repeat(300)),
    record({ time: at(12), event_source: 'browser', event_type: EVIL }),
    record({ time: at(13), event_source: EVIL, event_type: EVIL }),
  ].join('');
}

/** A truth that could be one, of kinds that could not. */
function writeHostileTruth(folder: string): void {
  const kinds = [EVIL, 'W'.repeat(200)];
  const write = (name: string, values: readonly object[]) =>
    writeFileSync(join(folder, `truth/${name}.jsonl`), values.map((one) => `${JSON.stringify(one)}\n`).join(''));
  mkdirSync(join(folder, 'truth'));
  write(
    'learners',
    kinds.map((kind) => ({
      sessions: 1,
      attempts: 1e15,
      problemsSolved: 1,
      secondsWatched: 1e15,
      hidden: { kind, visits: 1, dropOut: 0 },
    })),
  );
  const lines = { written: 1e15, changed: 1e15, missing: 1e15 };
  const when = ['2013-03-04T00:00:00.000000', EVIL, '+275760-09-13T00:00'];
  write(
    'incidents',
    kinds.flatMap((kind) =>
      when.map((to) => ({ id: kind, kind, from: when[0], to, servers: [EVIL], users: [{ username: EVIL }], lines })),
    ),
  );
  write('problems', []);
  write('videos', []);
  writeFileSync(
    join(folder, 'truth.json'),
    JSON.stringify({
      seed: EVIL,
      lines: { learners: 2, sessions: 1e15, watching: 1, problems: 0, videos: 0 },
      days: [{ date: '2013-03-04', learners: 1e15 }],
      weeks: kinds.map((kind) => ({ week: 1, kind, learners: 1e12, events: 1 })),
    }),
  );
}

function writeHostile(folder: string): void {
  mkdirSync(join(folder, EVIL.replaceAll('/', '')), { recursive: true });
  writeFileSync(join(folder, EVIL.replaceAll('/', ''), 'tracking.log'), hostileLines());
  const label = {
    server: EVIL,
    file: EVIL,
    line: 1,
    offset: 0,
    length: 1,
    fault: EVIL,
    level: EVIL,
    verdict: EVIL,
    rule: EVIL,
    clean: EVIL,
  };
  const labels = [label, { ...label, fault: 'W'.repeat(150) }, { ...label, fault: 'cut-line' }];
  writeFileSync(join(folder, 'faults.jsonl'), labels.map((one) => `${JSON.stringify(one)}\n`).join(''));
  writeHostileTruth(folder);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      edxgen: EVIL,
      options: { seed: EVIL, users: 5, [EVIL]: EVIL, course: EVIL, list: [EVIL, { a: EVIL }] },
    }),
  );
}

describe.runIf(hasBrowser)('the page, in a browser', () => {
  const root = temporaryFolder();
  let browser: Browser;
  const pageOf = (name: string) => join(root, name, 'report.html');

  beforeAll(async () => {
    mkdirSync(join(root, 'empty'));
    writeFileSync(join(root, 'empty/tracking.log'), '');
    writeHostile(join(root, 'hostile'));
    const commands = [
      'edxgen --users 100 --days 9 --out week --report --quiet',
      'edxgen --users 60 --days 3 --dialect deployed --servers 12 --incident outage=at:1 --incident harvester=share:0.2 --out deployed --report --quiet',
      'edxgen --users 20 --days 98 --out term --report --quiet',
      'edxgen --users 4 --days 1 --out tiny --report --quiet',
      'edxgen report empty --quiet',
      'edxgen report hostile --quiet',
    ];
    const [opened, ran] = await Promise.all([openBrowser(), shell(commands.join(' && '), root)]);
    browser = opened;
    expect(ran).toEqual({ status: 0, out: '', err: '' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  test.each(['week', 'deployed', 'term', 'tiny', 'empty', 'hostile'])(
    '%s: nothing goes wrong, nothing is asked for, nothing is cut off, at any width',
    async (name) => {
      const { page, incidents } = await open(browser, pageOf(name), 1280);
      for (const width of [1280, 720, 719, 480, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(LAYOUT_FAULTS), `at ${width}`).toEqual([]);
        expect(await page.evaluate(SILENT_DRAWINGS), `at ${width}`).toEqual([]);
      }
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
      expect(await page.evaluate(LAYOUT_FAULTS), 'with open tables').toEqual([]);
      expect(incidents).toEqual([]);
      expect(
        await page.evaluate('document.querySelectorAll("script, img, iframe, object, link[rel=stylesheet]").length'),
      ).toBe(0);
      await page.close();
    },
  );

  test.each(['light', 'dark'] as const)('in %s, text and marks stand out', async (scheme) => {
    for (const name of ['deployed', 'hostile']) {
      const { page } = await open(browser, pageOf(name), 1280, scheme);
      const ground = (await page.evaluate('getComputedStyle(document.body).backgroundColor')) as string;
      expect(Number(/\d+/.exec(ground)![0]) < 128).toBe(scheme === 'dark');
      expect(await page.evaluate(CONTRAST_FAULTS)).toEqual([]);
      await page.close();
    }
  });

  test('in print it is light, without what can only be clicked, and its drawings are whole', async () => {
    const { page } = await open(browser, pageOf('week'), 1280, 'dark');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(
      await page.evaluate(
        '[...document.querySelectorAll("nav, summary")].filter((part) => part.checkVisibility()).length',
      ),
    ).toBe(0);
    await page.setViewportSize({ width: 680, height: 1000 });
    expect(await page.evaluate(LAYOUT_FAULTS)).toEqual([]);
    expect(await page.evaluate(CONTRAST_FAULTS)).toEqual([]);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  test('the truth is shown, hostile or not', async () => {
    for (const name of ['week', 'hostile']) {
      const { page } = await open(browser, pageOf(name), 1280);
      expect(await page.evaluate('document.querySelectorAll("#truth figure").length'), name).toBe(3);
      await page.close();
    }
  });

  test('a link to labels opens them', async () => {
    const { page } = await open(browser, pageOf('hostile'), 1280);
    await page.click('#faults .wide svg a[href="#fault-1"]');
    expect(await page.evaluate('document.querySelector("#fault-1").closest("details").open')).toBe(true);
    expect(await page.evaluate('document.querySelector("#faults p a").getAttribute("href")')).toBe('faults.jsonl');
    await page.close();
  });
});
