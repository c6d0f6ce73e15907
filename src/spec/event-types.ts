import { byDialect, EVENT_SOURCES, type Dialect, type EventSource } from './dialect.ts';
import type { EventType, Shape } from './event-type.ts';
import * as events from './events/index.ts';

/** Every event type among the exports of a module. */
const typesIn = (module: object): EventType[] =>
  Object.values(module).flatMap((part: unknown) => {
    if (typeof part !== 'object' || part === null) return [];
    return 'source' in part && 'name' in part ? [part as EventType] : typesIn(part);
  });

/** Server events first, by name: the order of a module's exports is not the same everywhere. */
const inOrder = (a: EventType, b: EventType): number =>
  a.source === b.source ? (a.name < b.name ? -1 : 1) : a.source === 'server' ? -1 : 1;

const prompts = Object.values(events.prompts).flatMap(({ show, hide }) => [
  show.documented,
  show.deployed,
  hide.documented,
  hide.deployed,
]);

/** Event types of the page and of the platform of its day, server events first, in the page's order. */
const EARLY: readonly EventType[] = [
  events.showAnswer,
  events.saveProblemCheck,
  events.resetProblem,
  events.saveProblemCheckFail,
  events.saveProblemFail,
  events.resetProblemFail,
  events.openEndedImageUpload,
  events.calculatorError,
  events.instructor,
  events.reloaded,
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

/** Every event type of the format: those of the page's day, then those that only today's platform logs. */
export const EVENT_TYPES: readonly EventType[] = [...new Set([...EARLY, ...typesIn({ ...events }).toSorted(inOrder)])];

/** How an event type is named in manifests, schemas and docs: `browser/play_video`. */
export const eventTypeId = (type: EventType): string => `${type.source}/${type.name}`;

/** An event type as one dialect knows it. */
export interface KnownEventType extends EventType {
  readonly shape: Shape;
}

const knownTypes = byDialect((dialect): readonly KnownEventType[] =>
  EVENT_TYPES.flatMap((type) => {
    const shape = type[dialect];
    return shape ? [{ ...type, shape }] : [];
  }),
);

/** The event types that a dialect knows, in the order of {@link EVENT_TYPES}. */
export const eventTypesOf = (dialect: Dialect): readonly KnownEventType[] => knownTypes[dialect];

const typesOf = (dialect: Dialect) => {
  const types = EVENT_TYPES.filter((type) => type[dialect]);
  const named = new Map<string, Map<string, EventType>>(EVENT_SOURCES.map((source) => [source, new Map()]));
  for (const type of types) if (!type.names) named.get(type.source)!.set(type.name, type);
  const open = types.flatMap((type) => (type.names ? [{ type, pattern: new RegExp(type.names.pattern, 'u') }] : []));
  return { named, open };
};
const known = byDialect(typesOf);

/** Finds the event type of a line by its `event_source` and `event_type`, if the dialect knows it. */
export function eventTypeOf(dialect: Dialect, source: EventSource, name: string): EventType | undefined {
  const { named, open } = known[dialect];
  return (
    named.get(source)?.get(name) ?? open.find(({ type, pattern }) => type.source === source && pattern.test(name))?.type
  );
}
