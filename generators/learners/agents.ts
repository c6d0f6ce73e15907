/**
 * Browsers of spring 2013. Shares: Chrome 41, Internet Explorer 28, Firefox 20, Safari 8 in a hundred, with Windows 7 and
 * XP in front (shared/realism.md, browsers, May 2013); versions and systems within a browser are choices.
 */

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

/** Agents that share a weight, in hundredths of all learners. */
export const AGENTS: readonly (readonly [agents: readonly string[], weight: number])[] = [
  [chrome('Windows NT 6.1; WOW64'), 19],
  [chrome('Windows NT 5.1'), 7],
  [chrome('Windows NT 6.2; WOW64'), 3],
  [chrome('Macintosh; Intel Mac OS X 10_8_2'), 6],
  [chrome('X11; Linux x86_64'), 4],
  [['Mozilla/5.0 (Linux; Android 4.1.1; Nexus 7 Build/JRO03D) AppleWebKit/535.19 (KHTML, like Gecko) Chrome/18.0.1025.166 Safari/535.19'], 2],
  [[explorer('10.0', 'Windows NT 6.1; WOW64', '6.0'), explorer('10.0', 'Windows NT 6.2; WOW64', '6.0')], 6],
  [[explorer('9.0', 'Windows NT 6.1; WOW64', '5.0'), explorer('9.0', 'Windows NT 6.1', '5.0')], 12],
  [['Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; .NET CLR 2.0.50727; .NET CLR 3.5.30729)'], 10],
  [firefox('Windows NT 6.1; WOW64'), 11],
  [firefox('Windows NT 5.1'), 4],
  [firefox('Macintosh; Intel Mac OS X 10.7'), 2],
  [firefox('X11; Ubuntu; Linux x86_64'), 3],
  [
    [
      safari('Macintosh; Intel Mac OS X 10_8_2', '536.26.17', '6.0.2'),
      safari('Macintosh; Intel Mac OS X 10_6_8', '534.57.2', '5.1.7'),
    ],
    5,
  ],
  [['Mozilla/5.0 (iPad; CPU OS 6_1_2 like Mac OS X) AppleWebKit/536.26 (KHTML, like Gecko) Version/6.0 Mobile/10B146 Safari/8536.25'], 3],
  [['Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.14'], 2],
  [[''], 0.4],
];

/** The agent of the load balancer's health checks [deployed]. */
export const HEALTH_CHECKER = 'ELB-HealthChecker/1.0';
