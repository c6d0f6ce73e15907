/** Tabs: two things by turns, and what is closed when. */
import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { Running, type Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { Tab, type PageContext } from '../model/session-context.ts';
import { byTurns, inNewTab, openTab, tidy } from './tabs.ts';

/** Somebody whose platform only tells which pages are closed. */
function somebody() {
  const closed: string[] = [];
  const tab = new Tab();
  const visit = {
    now: 0,
    tab,
    tabs: [tab],
    random: stream('main'),
    networkRandom: stream('wire'),
    actions: 20,
    get view() {
      return this.tab.view;
    },
    set view(view) {
      this.tab.view = view;
    },
    platform: { close: (_: unknown, { url }: PageContext) => closed.push(url) },
  };
  return { visit: visit as unknown as Session, closed };
}

const page = (url: string) => ({ url }) as PageContext;

/** Lets somebody do something to its end; gives what comes of it. */
function live<Result>(visit: Session, activity: Activity<Result>): Result {
  const running = new Running(activity);
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
    visit.now += Math.max(1, Math.round(value * 1e6));
  }
}

interface Step {
  readonly who: string;
  readonly seconds: number;
  readonly due: number;
  readonly tab: Tab;
  readonly drawn: number;
}

/** Waits for so many seconds again and again, and notes when it goes on, in which tab, and what it draws. */
function* waiting(visit: Session, who: string, waits: readonly number[], steps: Step[]): Activity<string> {
  for (const wait of waits) {
    const due = visit.now / 1e6 + wait;
    yield wait;
    visit.actions -= 1;
    steps.push({ who, seconds: visit.now / 1e6, due, tab: visit.tab, drawn: visit.random() });
  }
  return who;
}

const ONE = [10, 0.2, 30, 5];
const OTHER = [7, 2, 2, 2, 60];

function bothOf(waits: { readonly one: readonly number[]; readonly other: readonly number[] }) {
  const { visit } = somebody();
  const steps: Step[] = [];
  const { tab } = visit;
  function* beside(): Activity {
    yield* inNewTab(visit, waiting(visit, 'other', waits.other, steps) as unknown as Activity);
  }
  const result = live(
    visit,
    byTurns(visit, waiting(visit, 'one', waits.one, steps), beside(), { random: stream('beside'), actions: 7 }),
  );
  return { visit, tab, steps, result };
}

test('two things by turns: none before it is due, each in its own tab, a hand apart', () => {
  const { visit, tab, steps, result } = bothOf({ one: ONE, other: OTHER });
  expect(result).toBe('one');
  const order = ['other', 'other', 'one', 'one', 'other', 'other', 'one', 'one', 'other'];
  expect(steps.map(({ who }) => who)).toEqual(order);
  for (const { who, seconds, due, tab: its } of steps) {
    expect(seconds).toBeGreaterThanOrEqual(due - 1e-6);
    expect(its === tab).toBe(who === 'one');
  }
  for (const [index, { who, seconds }] of steps.entries())
    if (index > 0 && steps[index - 1]!.who !== who) expect(seconds - steps[index - 1]!.seconds).toBeGreaterThan(0.2);
  expect(visit.tab).toBe(tab);
  expect(visit.tabs).toEqual([tab]);
  expect(visit.actions).toBe(20 - ONE.length - OTHER.length);
});

test('what is drawn for one does not depend on when the other goes on', () => {
  const drawn = (who: string, other: readonly number[]): number[] =>
    bothOf({ one: ONE, other })
      .steps.filter((step) => step.who === who)
      .map((step) => step.drawn);
  expect(drawn('one', OTHER)).toEqual(drawn('one', [1, 1, 1, 1, 1]));
  expect(drawn('other', OTHER)).toEqual(drawn('other', [1, 1, 1, 1, 1]));
});

test('a page that does not come ends both, and leaves the visit its own stream', () => {
  const { visit } = somebody();
  const { random, tab } = visit;
  function* failing(): Activity {
    openTab(visit);
    yield 1;
    throw new Error('no answer');
  }
  const both = byTurns(visit, waiting(visit, 'one', ONE, []), failing(), { random: stream('beside'), actions: 7 });
  expect(() => live(visit, both)).toThrow('no answer');
  expect([visit.random, visit.tab, visit.actions]).toEqual([random, tab, 20]);
});

test('a tab that was left open is closed after its turns, and the one in front stays', () => {
  const { visit, closed } = somebody();
  visit.view = page('old');
  openTab(visit).turns = 2;
  visit.view = page('new');
  live(visit, tidy(visit));
  expect(closed).toEqual([]);
  live(visit, tidy(visit));
  expect(closed).toEqual(['old']);
  expect(visit.view).toEqual(page('new'));
  expect(visit.tabs).toHaveLength(1);
});
