import { describe, expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { DAY, parseInstant } from '../../src/base/time.ts';
import { AGENT_NAMES, browserOf, type AgentName } from './agents.ts';
import { Population } from './population.ts';
import { loadPreset } from './presets.ts';
import * as releases from './releases.ts';

const at = (day: string): number => parseInstant(`${day}T12:00:00.000000`);
const population = new Population('agents', loadPreset('mooc-2012'));
const agentsOn = (day: string, learners = 1000): string[] =>
  Array.from({ length: learners }, (_, index) => population.device(index + 1, 0)(at(day)));

/** What marks a release in an agent, and the table that has its day. */
const MARKS: [pattern: RegExp, table: readonly releases.Release[], part: number][] = [
  [/\(Windows.*Chrome\/([\d.]+)/, releases.CHROME, 0],
  [/Firefox\/((?:9|\d\d)\.0)/, releases.FIREFOX, 0],
  [/MSIE ([\d.]+)/, releases.EXPLORER, 0],
  [/OS X ([\d_]+)\).*Version/, releases.SAFARI, 0],
  [/OS ([\d_]+) like Mac/, releases.IOS, 0],
  [/Presto.*Version\/([\d.]+)/, releases.OPERA, 0],
];

describe.each(['2012-04-01', '2013-03-04', '2013-05-20', '2013-11-20'])('on %s', (day) => {
  const agents = agentsOn(day, 3000);

  test('nobody has a browser before its release', () => {
    for (const [pattern, table, part] of MARKS) {
      const named = agents.flatMap((agent) => pattern.exec(agent)?.[1] ?? []);
      expect(named.length).toBeGreaterThan(10);
      for (const version of named) {
        const release = table.find(({ parts }) => parts[part] === version);
        expect(release, version).toBeDefined();
        expect(release!.since, version).toBeLessThanOrEqual(at(day));
      }
    }
    if (at(day) < releases.WINDOWS_8) expect(agents.filter((agent) => agent.includes('NT 6.2'))).toEqual([]);
  });

  test('most who have Chrome have what came out within the last weeks', () => {
    const fresh = releases.CHROME.filter(({ since }) => since > at(day) - 50 * DAY).map(({ parts }) => parts[0]);
    const versions = agents.flatMap((agent) => /\(Windows.*Chrome\/([\d.]+)/.exec(agent)?.[1] ?? []);
    const share = versions.filter((version) => fresh.includes(version)).length / versions.length;
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.97);
  });

  test('a thousand learners have more than a hundred agents', () => {
    expect(new Set(agents.slice(0, 1000)).size).toBeGreaterThan(150);
  });
});

test.each(AGENT_NAMES)('%s is upgraded, and never goes back', (name: AgentName) => {
  const browser = browserOf(stream('upgrades', name), name);
  const seen: string[] = [];
  for (let time = at('2012-01-01'); time < at('2014-02-01'); time += DAY) {
    const agent = browser(time);
    if (agent !== seen.at(-1)) {
      expect(seen).not.toContain(agent);
      seen.push(agent);
    }
  }
});
