/** Browsers as they name themselves: what somebody's sends at a time, by the releases of releases.ts. What stands beside a version (systems, toolbars, phones) is a choice. */
import { chance, integer, lognormal, pick, type Stream } from '../../src/base/random/index.ts';
import { DAY } from '../../src/base/time.ts';
import { made, type AgentAt, type Make } from './browser.ts';
import * as releases from './releases.ts';

const { releaseAt, WINDOWS_8 } = releases;

const WINDOWS = {
  'windows-7': 'Windows NT 6.1',
  'windows-xp': 'Windows NT 5.1',
  'windows-vista': 'Windows NT 6.0',
} as const;

/** Windows of a name, of 32 or 64 bits; who has the eighth had the seventh before it came out. */
function windows(random: Stream, system: keyof typeof WINDOWS | 'windows-8'): AgentAt {
  const wide = system !== 'windows-xp' && chance(random, 0.62) ? '; WOW64' : '';
  return (time) =>
    (system !== 'windows-8' ? WINDOWS[system] : time < WINDOWS_8 ? 'Windows NT 6.1' : 'Windows NT 6.2') + wide;
}

const linux = (random: Stream): AgentAt => {
  const system = `X11; ${chance(random, 0.6) ? 'Ubuntu; ' : ''}Linux ${chance(random, 0.7) ? 'x86_64' : 'i686'}`;
  return () => system;
};

/** Macs are upgraded later than browsers; some stay at an older system. */
const mac = (random: Stream, dots: boolean): AgentAt => {
  const old = pick(random, ['', '', '', '10_6_8', '10_6_8', '10_7_2', '10_5_8']);
  const lag = lognormal(random, 3.5, 0.8) * DAY;
  return (time) => {
    const version = old === '' ? releaseAt(releases.MAC, time - lag)[0]! : old;
    return `Macintosh; Intel Mac OS X ${dots ? version.split('_').slice(0, 2).join('.') : version}`;
  };
};

const chrome =
  (system: (random: Stream) => AgentAt): Make =>
  (random, lag) => {
    const on = system(random);
    return (time) => {
      const [version, webkit] = releaseAt(releases.CHROME, time - lag);
      return `Mozilla/5.0 (${on(time)}) AppleWebKit/${webkit} (KHTML, like Gecko) Chrome/${version} Safari/${webkit}`;
    };
  };

const firefox =
  (system: (random: Stream) => AgentAt): Make =>
  (random, lag) => {
    const on = system(random);
    const old = chance(random, 0.04) ? '3.6' : undefined;
    const build = integer(random, 13, 28);
    const extra = pick(random, ['', '', '', '', ' ( .NET CLR 3.5.30729)', ' ( .NET CLR 3.5.30729; .NET4.0E)']);
    return (time) => {
      if (old) return `Mozilla/5.0 (${on(time)}; en-US; rv:1.9.2.${build}) Gecko/20110420 Firefox/3.6.${build}${extra}`;
      const [version] = releaseAt(releases.FIREFOX, time - lag);
      const full = version === '14.0' || version === '15.0' ? `${version}.1` : version;
      return `Mozilla/5.0 (${on(time)}; rv:${version}) Gecko/20100101 Firefox/${full}`;
    };
  };

/** What programs put into the agents of Internet Explorer: runtimes, toolbars, office, makers of the machine. */
const RUNTIMES = ['.NET CLR 2.0.50727', '.NET CLR 3.5.30729', '.NET CLR 3.0.30729', 'Media Center PC 6.0'] as const;
const XP_RUNTIMES = [
  '.NET CLR 1.1.4322',
  '.NET CLR 2.0.50727',
  '.NET CLR 3.0.4506.2152',
  '.NET CLR 3.5.30729',
] as const;
const ADDED = [
  ['.NET4.0C', 0.55],
  ['.NET4.0E', 0.3],
  ['InfoPath.2', 0.18],
  ['InfoPath.3', 0.14],
  ['GTB7.4', 0.08],
  ['chromeframe/16.0.912.77', 0.02],
  ['BRI/2', 0.06],
  ['MDDC', 0.05],
  ['MALC', 0.03],
  ['MAAU', 0.03],
  ['HPDTDF', 0.04],
  ['Tablet PC 2.0', 0.08],
  ['MS-RTC LM 8', 0.05],
  ['Zune 4.7', 0.03],
  ['BOIE9;ENUS', 0.04],
  ['AskTbORJ/5.15.9.29495', 0.03],
] as const;

/** Internet Explorer on a Windows, which may be upgraded from one version to another at the most. */
const explorer =
  (system: Parameters<typeof windows>[1], from: string, to: string): Make =>
  (random, lag) => {
    const on = windows(random, system);
    const runtimes = system === 'windows-xp' ? XP_RUNTIMES : RUNTIMES;
    const own = [
      ...(system === 'windows-xp' ? [] : ['SLCC2']),
      ...runtimes.slice(0, integer(random, 1, runtimes.length)),
      ...ADDED.filter(([, share]) => chance(random, share)).map(([name]) => name),
    ].join('; ');
    const stays = chance(random, 0.35);
    return (time) => {
      const [version, trident] = releaseAt(releases.EXPLORER, stays ? 0 : time - 8 * lag) as [string, string];
      const least = Number(version) < Number(from) ? from : version;
      const shown = Number(least) > Number(to) ? to : least;
      const engine = shown === version ? trident : `${Number(shown) - 4}.0`;
      if (shown === '11.0') return `Mozilla/5.0 (${on(time)}; Trident/7.0; ${own}; rv:11.0) like Gecko`;
      const lead = shown === '8.0' ? 'Mozilla/4.0' : 'Mozilla/5.0';
      const rest = shown === '8.0' || shown === '10.0' || own.length % 3 > 0 ? `; ${own}` : '';
      return `${lead} (compatible; MSIE ${shown}; ${on(time)}; Trident/${engine}${rest})`;
    };
  };

const safariOnMac: Make = (_, lag) => (time) => {
  const [system, webkit, version] = releaseAt(releases.SAFARI, time - 2 * lag);
  return `Mozilla/5.0 (Macintosh; Intel Mac OS X ${system}) AppleWebKit/${webkit} (KHTML, like Gecko) Version/${version} Safari/${webkit}`;
};

const ios =
  (device: string): Make =>
  (_, lag) =>
  (time) => {
    const [system, build, webkit, version, safari] = releaseAt(releases.IOS, time - 2 * lag);
    const name = device === 'iPad' ? 'CPU OS' : 'CPU iPhone OS';
    return `Mozilla/5.0 (${device}; ${name} ${system} like Mac OS X) AppleWebKit/${webkit} (KHTML, like Gecko) Version/${version} Mobile/${build} Safari/${safari}`;
  };

/** Android's own browser: what a phone was sold with. */
const PHONES = [
  'Android 2.3.4; en-us; LG-P500 Build/GRJ22',
  'Android 2.3.5; en-in; GT-S5360 Build/GINGERBREAD',
  'Android 2.3.6; es-es; GT-S5830 Build/GINGERBREAD',
  'Android 2.3.6; en-gb; GT-I9100 Build/GINGERBREAD',
  'Android 2.2.1; en-us; GT-S5570 Build/FROYO',
  'Android 4.0.3; en-us; HTC Sensation Build/IML74K',
  'Android 4.0.4; en-us; GT-P5100 Build/IMM76D',
  'Android 4.0.4; pt-br; LG-P705 Build/IMM76L',
  'Android 4.0.4; ru-ru; ST26i Build/11.0.A.4.22',
  'Android 4.0.3; en-gb; GT-P7500 Build/IML74K',
] as const;

const androidBrowser: Make = (random) => {
  const phone = pick(random, PHONES);
  const webkit = phone.includes('Android 4') ? '534.30' : '533.1';
  const agent = `Mozilla/5.0 (Linux; U; ${phone}) AppleWebKit/${webkit} (KHTML, like Gecko) Version/4.0 Mobile Safari/${webkit}`;
  return () => agent;
};

const TABLETS = [
  'Android 4.1.1; Nexus 7 Build/JRO03D',
  'Android 4.0.4; GT-N7000 Build/IMM76D',
  'Android 4.0.4; GT-I9300 Build/IMM76D',
  'Android 4.0.3; Transformer TF101 Build/IML74K',
] as const;

const chromeOnAndroid: Make = (random, lag) => {
  const device = pick(random, TABLETS);
  const mobile = device.includes('GT-') ? ' Mobile' : '';
  return (time) => {
    const [version, webkit] = releaseAt(releases.CHROME_ANDROID, time - 2 * lag);
    return `Mozilla/5.0 (Linux; ${device}) AppleWebKit/${webkit} (KHTML, like Gecko) Chrome/${version}${mobile} Safari/${webkit}`;
  };
};

const opera: Make = (random, lag) => {
  const on = windows(random, pick(random, ['windows-7', 'windows-7', 'windows-xp']));
  return (time) => {
    const [version, presto] = releaseAt(releases.OPERA, time - 3 * lag);
    return `Opera/9.80 (${on(time)}) Presto/${presto} Version/${version}`;
  };
};

/** What each browser sends, by name. Their shares stand in presets/. */
const BROWSERS = {
  'chrome-windows-7': chrome((random) => windows(random, 'windows-7')),
  'chrome-windows-xp': chrome((random) => windows(random, 'windows-xp')),
  'chrome-windows-8': chrome((random) => windows(random, 'windows-8')),
  'chrome-mac': chrome((random) => mac(random, false)),
  'chrome-linux': chrome(linux),
  'chrome-android': chromeOnAndroid,
  'explorer-windows-7': explorer('windows-7', '8.0', '11.0'),
  'explorer-windows-8': explorer('windows-8', '9.0', '10.0'),
  'explorer-windows-vista': explorer('windows-vista', '8.0', '9.0'),
  'explorer-windows-xp': explorer('windows-xp', '8.0', '8.0'),
  'firefox-windows-7': firefox((random) => windows(random, 'windows-7')),
  'firefox-windows-xp': firefox((random) => windows(random, 'windows-xp')),
  'firefox-mac': firefox((random) => mac(random, true)),
  'firefox-linux': firefox(linux),
  'safari-mac': safariOnMac,
  'safari-ipad': ios('iPad'),
  'safari-iphone': ios('iPhone'),
  'android-phone': androidBrowser,
  opera,
  /** Sends no agent at all. */
  none: () => () => '',
} satisfies Record<string, Make>;

export type AgentName = keyof typeof BROWSERS;
export const AGENT_NAMES = Object.keys(BROWSERS) as AgentName[];

/** A browser of that name, as one person has it. */
export const browserOf = (random: Stream, name: AgentName): AgentAt => made(random, BROWSERS[name]);

/** The agent of the load balancer's health checks [deployed]. */
export const HEALTH_CHECKER = 'ELB-HealthChecker/1.0';
