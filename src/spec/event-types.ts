import type { Dialect, EventSource } from './dialect.ts';
import type { EventType, Shape } from './event-type.ts';
import * as events from './events/index.ts';

const prompts = Object.values(events.prompts).flatMap(({ show, hide }) => [
  show.documented,
  show.deployed,
  hide.documented,
  hide.deployed,
]);

/** Every event type of the format, server events first, in the page's order. */
export const EVENT_TYPES: readonly EventType[] = [
  events.showAnswer,
  events.saveProblemCheck,
  events.resetProblem,
  events.saveProblemCheckFail,
  events.saveProblemFail,
  events.resetProblemFail,
  events.request,
  events.book,
  events.pageClose,
  events.playVideo,
  events.pauseVideo,
  events.problemCheck,
  events.problemShow,
  events.problemSave,
  events.problemReset,
  events.seqGoto,
  events.seqNext,
  events.seqPrev,
  events.rubricSelect,
  ...prompts,
  events.oeShowFullFeedback,
  events.oeShowRespondToFeedback,
  events.oeFeedbackResponseSelected,
  events.accordion,
];

/** How an event type is named in manifests, schemas and docs: `browser/play_video`. */
export const eventTypeId = (type: EventType): string => `${type.source}/${type.name === events.request.name ? 'request' : type.name}`;

/** An event type as one dialect knows it. */
export interface KnownEventType extends EventType {
  readonly shape: Shape;
}

/** The event types that a dialect knows, in the order of {@link EVENT_TYPES}. */
export const eventTypesOf = (dialect: Dialect): KnownEventType[] =>
  EVENT_TYPES.flatMap((type) => {
    const shape = type[dialect];
    return shape ? [{ ...type, shape }] : [];
  });

const byName = (dialect: Dialect): Map<string, EventType> =>
  new Map(EVENT_TYPES.filter((type) => type[dialect]).map((type) => [`${type.source}/${type.name}`, type]));
const known = { documented: byName('documented'), deployed: byName('deployed') };

/** Finds the event type of a line by its `event_source` and `event_type`, if the dialect knows it. */
export function eventTypeOf(dialect: Dialect, source: EventSource, name: string): EventType | undefined {
  const types = known[dialect];
  return types.get(`${source}/${name}`) ?? (name.startsWith('/') ? types.get(`${source}/${events.request.name}`) : undefined);
}
