/** Browsers of today as they name themselves, by the releases of todays-releases.ts. Systems are frozen: all Windows are 10, all Macs 10.15.7. */
import { chance, pick, type Stream } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
import { made, type AgentAt, type Make } from './browser.ts';
import { releaseAt } from './releases.ts';
import * as releases from './todays-releases.ts';

const WINDOWS = 'Windows NT 10.0; Win64; x64';
const MAC = 'Macintosh; Intel Mac OS X 10_15_7';
const LINUX = 'X11; Linux x86_64';
const CHROMEBOOK = 'X11; CrOS x86_64 14541.0.0';
const ANDROID = 'Linux; Android 10; K';

/** Edge comes out some days after the Chrome that it is of. */
const EDGE_LATER = 3 * DAY;

const like = (system: string, chrome: string, mobile = ''): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chrome}.0.0.0${mobile} Safari/537.36`;

const chrome =
  (system: string): Make =>
  (random, lag) => {
    const mobile = system === ANDROID && chance(random, 0.93) ? ' Mobile' : '';
    return (time) => like(system, releaseAt(releases.CHROME_TODAY, time - lag)[0]!, mobile);
  };

const edge =
  (system: string): Make =>
  (_, lag) =>
  (time) => {
    const [version] = releaseAt(releases.CHROME_TODAY, time - lag - EDGE_LATER);
    return `${like(system, version!)} Edg/${version}.0.0.0`;
  };

const opera: Make = (_, lag) => (time) => {
  const [version, base] = releaseAt(releases.OPERA_TODAY, time - lag);
  return `${like(WINDOWS, base!)} OPR/${version}.0.0.0`;
};

const samsung: Make = (_, lag) => (time) => {
  const [version, base] = releaseAt(releases.SAMSUNG_TODAY, time - lag);
  return like(ANDROID, base!, ' Mobile').replace(' Chrome/', ` SamsungBrowser/${version} Chrome/`);
};

/** Who stays with the version of long support has it for a year. */
const firefox =
  (system: (random: Stream) => string): Make =>
  (random, lag) => {
    const on = system(random);
    const supported = chance(random, 0.06);
    return (time) => {
      const [version] = supported ? ['140'] : releaseAt(releases.FIREFOX_TODAY, time - lag);
      return `Mozilla/5.0 (${on}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
    };
  };

const SAFARI = (system: string, version: string, mobile = ''): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version}${mobile} Safari/${mobile === '' ? '605.1.15' : '604.1'}`;

const safariOnMac: Make = (_, lag) => (time) => SAFARI(MAC, releaseAt(releases.SAFARI_TODAY, time - 2 * lag)[0]!);

const iPhone: Make =
  (_, lag): AgentAt =>
  (time) => {
    const [version, system] = releaseAt(releases.SAFARI_TODAY, time - 2 * lag);
    return SAFARI(`iPhone; CPU iPhone OS ${system} like Mac OS X`, version!, ' Mobile/15E148');
  };

/** What each browser sends, by name. Their shares stand in presets/. */
const BROWSERS_TODAY = {
  'chrome-on-windows': chrome(WINDOWS),
  'chrome-on-mac': chrome(MAC),
  'chrome-on-linux': chrome(LINUX),
  'chrome-on-chromebook': chrome(CHROMEBOOK),
  'chrome-on-android': chrome(ANDROID),
  'edge-on-windows': edge(WINDOWS),
  'edge-on-mac': edge(MAC),
  'firefox-on-windows': firefox(() => WINDOWS),
  'firefox-on-mac': firefox(() => 'Macintosh; Intel Mac OS X 10.15'),
  'firefox-on-linux': firefox((random) => pick(random, ['X11; Linux x86_64', 'X11; Ubuntu; Linux x86_64'])),
  'safari-on-mac': safariOnMac,
  /** Tablets ask for the pages of desktops. */
  'safari-on-ipad': safariOnMac,
  'safari-on-iphone': iPhone,
  'samsung-on-android': samsung,
  'opera-on-windows': opera,
  /** Sends no agent at all. */
  'none-today': () => () => '',
} satisfies Record<string, Make>;

export type AgentNameToday = keyof typeof BROWSERS_TODAY;
export const AGENT_NAMES_TODAY = Object.keys(BROWSERS_TODAY) as AgentNameToday[];

/** A browser of that name, as one person has it. */
export const browserToday = (random: Stream, name: AgentNameToday): AgentAt => made(random, BROWSERS_TODAY[name]);
