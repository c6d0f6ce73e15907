import { Type } from '../../base/type.ts';
import { sent, sentAs, sentUnder } from '../current-shape.ts';
import { browserEvent, consistent, shape, type Violation } from '../event-type.ts';
import { usageKey } from '../keys.ts';
import { location, numeric, position, value } from '../values.ts';

const documented = shape(
  'json',
  Type.Object({
    id: { ...location, description: 'location of the sequence' },
    old: { ...position, description: 'element being jumped from' },
    new: { ...position, description: 'element being jumped to' },
  }),
);
/** After a jump by a link in the page the position is text; the next one then is that text with a 1 behind it. */
const deployed = shape(
  'json',
  Type.Object({
    old: { ...numeric(position), description: 'element being jumped from' },
    new: { ...numeric(position), description: 'element being jumped to' },
    id: { ...location, description: 'location of the sequence' },
  }),
);

/** The names under which today's app sends what older words are kept for, where they apply. */
const NAMES = {
  goto: 'edx.ui.lms.sequence.tab_selected',
  next: 'edx.ui.lms.sequence.next_selected',
  previous: 'edx.ui.lms.sequence.previous_selected',
} as const;

const unit = { ...usageKey, description: 'key of the unit in front' };
const tabs = {
  current_tab: { ...position, description: 'number of the unit in front' },
  tab_count: { ...position, description: 'how many units the sequence has' },
};
const target = { ...position, description: 'number of the unit gone to' };
const added = {
  old: { ...position, description: 'element being jumped from' },
  new: { ...position, description: 'element being jumped to' },
};
const turned = {
  current_tab: tabs.current_tab,
  id: unit,
  tab_count: tabs.tab_count,
  widget_placement: value(Type.Enum(['top', 'bottom'] as const), 'payload-value', '"top" or "bottom"'),
};
const step = { ...turned, ...added };

const ofBar = Type.Object({
  current_tab: tabs.current_tab,
  id: unit,
  tab_count: tabs.tab_count,
  widget_placement: Type.Literal('top'),
  target_tab: target,
  ...added,
});
const ofOutline = Type.Object({
  id: unit,
  ...tabs,
  target_id: { ...usageKey, description: 'key of the unit gone to' },
  target_tab: target,
  widget_placement: Type.Literal('left'),
  target_tab_count: Type.Optional({ ...position, description: 'how many units the other sequence has' }),
  ...added,
});

interface Tabs {
  current_tab: number;
  tab_count: number;
  target_tab?: number;
  target_id?: string;
  old?: number;
  new?: number;
}

const wrongTab = (path: string, expected: number, got: number | undefined): Violation[] =>
  expected === got
    ? []
    : [{ rule: 'tab-fields', path: `/${path}`, message: `expected ${expected}, as the tabs say, got ${got}` }];

/** @param to where a move within a sequence leads, by its tabs */
const moves = (to: (tabs: Tabs) => number) => (payload: Tabs) => {
  const { current_tab: from, tab_count: all, target_id: elsewhere } = payload;
  const next = to(payload);
  if (elsewhere === undefined && (next < 1 || next > all))
    return [
      { rule: 'tab-fields', path: '/current_tab', message: `expected a way from ${from} to one of ${all}` } as const,
    ];
  return [...wrongTab('old', from, payload.old), ...wrongTab('new', next, payload.new)];
};
/** What leads out of a sequence stands at its end. */
const leaves = (end: (tabs: Tabs) => number) => (payload: Tabs) =>
  wrongTab('current_tab', end(payload), payload.current_tab);

export const seqGoto = browserEvent('seq_goto', 'A sequence’s element is picked.', {
  documented,
  deployed,
  current: consistent(
    { ...sentAs('dumped', Type.Union([ofBar, ofOutline])), alias: NAMES.goto },
    moves(({ target_tab: to }) => to!),
  ),
});
export const seqNext = browserEvent('seq_next', 'The next element of a sequence is turned to.', {
  documented,
  deployed,
  current: consistent(
    sentUnder(NAMES.next, step),
    moves(({ current_tab: from }) => from + 1),
  ),
});
export const seqPrev = browserEvent('seq_prev', 'The element before is turned to.', {
  deployed,
  current: consistent(
    sentUnder(NAMES.previous, step),
    moves(({ current_tab: from }) => from - 1),
  ),
});
export const nextSelected = browserEvent(NAMES.next, 'The next sequence is turned to, from the last element of one.', {
  current: consistent(
    sent(turned),
    leaves(({ tab_count: all }) => all),
  ),
});
export const previousSelected = browserEvent(
  NAMES.previous,
  'The sequence before is turned to, from the first element of one.',
  {
    current: consistent(
      sent(turned),
      leaves(() => 1),
    ),
  },
);
