/** Browsers of spring 2013 as they name themselves; versions and systems within a browser are choices. */

const CHROME_VERSIONS = ['25.0.1364.97', '25.0.1364.152', '25.0.1364.172', '26.0.1410.43', '26.0.1410.64'] as const;
const webkitOf = (chrome: string) => (chrome.startsWith('25') ? '537.22' : '537.31');
const chrome = (system: string) =>
  CHROME_VERSIONS.map(
    (version) =>
      `Mozilla/5.0 (${system}) AppleWebKit/${webkitOf(version)} (KHTML, like Gecko) Chrome/${version} Safari/${webkitOf(version)}`,
  );

const FIREFOX_VERSIONS = ['18.0', '19.0', '20.0'] as const;
const firefox = (system: string) =>
  FIREFOX_VERSIONS.map((version) => `Mozilla/5.0 (${system}; rv:${version}) Gecko/20100101 Firefox/${version}`);

const explorer = (version: string, system: string, trident: string) =>
  `Mozilla/5.0 (compatible; MSIE ${version}; ${system}; Trident/${trident})`;

const safari = (system: string, webkit: string, version: string) =>
  `Mozilla/5.0 (${system}) AppleWebKit/${webkit} (KHTML, like Gecko) Version/${version} Safari/${webkit}`;

/** What each browser sends, by name; one of several is one person's. Their shares stand in presets/. */
export const AGENTS = {
  'chrome-windows-7': chrome('Windows NT 6.1; WOW64'),
  'chrome-windows-xp': chrome('Windows NT 5.1'),
  'chrome-windows-8': chrome('Windows NT 6.2; WOW64'),
  'chrome-mac': chrome('Macintosh; Intel Mac OS X 10_8_2'),
  'chrome-linux': chrome('X11; Linux x86_64'),
  'chrome-android': [
    'Mozilla/5.0 (Linux; Android 4.1.1; Nexus 7 Build/JRO03D) AppleWebKit/535.19 (KHTML, like Gecko) Chrome/18.0.1025.166 Safari/535.19',
  ],
  'explorer-10': [explorer('10.0', 'Windows NT 6.1; WOW64', '6.0'), explorer('10.0', 'Windows NT 6.2; WOW64', '6.0')],
  'explorer-9': [explorer('9.0', 'Windows NT 6.1; WOW64', '5.0'), explorer('9.0', 'Windows NT 6.1', '5.0')],
  'explorer-8': [
    'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; .NET CLR 2.0.50727; .NET CLR 3.5.30729)',
  ],
  'firefox-windows-7': firefox('Windows NT 6.1; WOW64'),
  'firefox-windows-xp': firefox('Windows NT 5.1'),
  'firefox-mac': firefox('Macintosh; Intel Mac OS X 10.7'),
  'firefox-linux': firefox('X11; Ubuntu; Linux x86_64'),
  'safari-mac': [
    safari('Macintosh; Intel Mac OS X 10_8_2', '536.26.17', '6.0.2'),
    safari('Macintosh; Intel Mac OS X 10_6_8', '534.57.2', '5.1.7'),
  ],
  'safari-ipad': [
    'Mozilla/5.0 (iPad; CPU OS 6_1_2 like Mac OS X) AppleWebKit/536.26 (KHTML, like Gecko) Version/6.0 Mobile/10B146 Safari/8536.25',
  ],
  opera: ['Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.14'],
  /** Sends no agent at all. */
  none: [''],
} satisfies Record<string, readonly string[]>;

export type AgentName = keyof typeof AGENTS;
export const AGENT_NAMES = Object.keys(AGENTS) as AgentName[];

/** The agent of the load balancer's health checks [deployed]. */
export const HEALTH_CHECKER = 'ELB-HealthChecker/1.0';
