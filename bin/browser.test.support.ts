/** Opens pages in Debian's chromium, for tests of what people see. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether the tests can run. Where CI is set they must: there, a browser that is missing fails them. */
export const hasBrowser = CHROMIUM !== undefined || Boolean(process.env['CI']);
if (!hasBrowser)
  process.stderr.write(
    '\nSKIPPED: no chromium on this machine, so the page of edxgen report is not looked at (apt-get install chromium)\n\n',
  );

export async function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('there is no chromium: apt-get install chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** A page as it was opened, and all that went on while it was. */
export interface Opened {
  readonly page: Page;
  /** Errors and messages of the console, dialogs, and addresses that were asked for beside the page's own. */
  readonly incidents: readonly string[];
}

/** Opens a file at a width, in a colour scheme. */
export async function open(
  browser: Browser,
  path: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const address = `file://${path}`;
  const incidents: string[] = [];
  page.on('console', (message) => incidents.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() === address || incidents.push(`request: ${request.url()}`));
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, incidents };
}

/** What is wrong with how the page lies: text that is cut off, too small or upon other text, and parts that are too wide. */
export const LAYOUT_FAULTS = `(() => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) faults.push('the page is wider than the window');
  const visible = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  for (const svg of [...document.querySelectorAll('svg[role=img]')].filter(visible)) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
    for (const [index, { text, box }] of texts.entries()) {
      if (box.width === 0) continue;
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5) faults.push('cut off: ' + text);
      if (box.top < frame.top - 1 || box.bottom > frame.bottom + 1) faults.push('out of its drawing: ' + text);
      if (box.height < 11) faults.push('too small: ' + text);
      for (const other of texts.slice(index + 1)) {
        const apart = other.box.left >= box.right || other.box.right <= box.left || other.box.top >= box.bottom - 2 || other.box.bottom <= box.top + 2;
        if (!apart && other.box.width > 0) faults.push(text + ' lies upon ' + other.text);
      }
    }
  }
  for (const element of [...document.querySelectorAll('h1, h2, h3, p, li, dd, dt, summary, pre, figure')].filter(visible)) {
    if (element.scrollWidth > element.clientWidth + 1) faults.push('too wide: ' + element.textContent.slice(0, 40));
  }
  return faults;
})()`;

/** Text and marks whose colour has too little contrast with the page: 4.5 to 1 for text, 3 to 1 for marks [WCAG 2.1]. */
export const CONTRAST_FAULTS = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const faults = new Set();
  const check = (element, colour, least) => {
    const is = contrast(colour, ground);
    if (is < least) faults.add((element.getAttribute('class') ?? element.tagName) + ' ' + colour + ' has ' + is.toFixed(2));
  };
  for (const element of document.querySelectorAll('h1, h2, h3, p, li, dd, dt, th, td, a, summary, code')) check(element, getComputedStyle(element).color, 4.5);
  for (const element of document.querySelectorAll('svg text')) check(element, getComputedStyle(element).fill, 4.5);
  for (const element of document.querySelectorAll('svg path, svg rect, svg circle')) {
    if (!element.matches('.cell, .area, .ring, .line')) check(element, getComputedStyle(element).fill, 3);
  }
  for (const element of document.querySelectorAll('.ring, .line, .bond, .axis')) check(element, getComputedStyle(element).stroke, 3);
  return [...faults];
})()`;

/** Drawings without words or without a table. */
export const SILENT_DRAWINGS = `[...document.querySelectorAll('figure')].flatMap((figure) => {
  const drawings = [...figure.querySelectorAll('svg[role=img]')].filter((svg) => svg.checkVisibility());
  const named = drawings.every((svg) => svg.getAttribute('aria-labelledby').split(' ').every((id) => document.getElementById(id).textContent.length > 0));
  const rows = figure.querySelectorAll('details tbody tr').length;
  return drawings.length > 0 && named && rows > 0 ? [] : [figure.id + ' has ' + drawings.length + ' drawings and ' + rows + ' rows'];
})`;
