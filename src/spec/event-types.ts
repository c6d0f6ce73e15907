import { byDialect, EVENT_SOURCES, type Dialect, type EventSource } from './dialect.ts';
import type { EventType, Shape } from './event-type.ts';
import * as assessment from './events/assessment.ts';
import * as course from './events/course.ts';
import * as currentProblem from './events/current-problem.ts';
import * as forum from './events/forum.ts';
import * as grades from './events/grades.ts';
import * as events from './events/index.ts';
import * as navigation from './events/navigation.ts';
import * as problem from './events/problem.ts';
import * as sequence from './events/sequence.ts';
import * as textbook from './events/textbook.ts';
import * as video from './events/video.ts';

/** Every event type among the exports of a family's file. */
const typesIn = (family: object): EventType[] =>
  Object.values(family).flatMap((part: unknown) => {
    if (typeof part !== 'object' || part === null) return [];
    return 'source' in part && 'name' in part ? [part as EventType] : typesIn(part);
  });

/** Server events first, by name: the order of a module's exports is not the same everywhere. */
const inOrder = (a: EventType, b: EventType): number =>
  a.source === b.source ? (a.name < b.name ? -1 : 1) : a.source === 'server' ? -1 : 1;

/** Families whose types are not all of the page's day. */
const LATER = [
  sequence,
  video,
  currentProblem,
  problem,
  grades,
  assessment,
  course,
  forum,
  navigation,
  textbook,
].flatMap((family) => typesIn(family).toSorted(inOrder));

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
export const EVENT_TYPES: readonly EventType[] = [...new Set([...EARLY, ...LATER])];

/** How an event type is named in manifests, schemas and docs: `browser/play_video`. */
export const eventTypeId = (type: EventType): string => `${type.source}/${type.name}`;

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
