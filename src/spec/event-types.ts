import type { Dialect, EventSource } from './dialect.ts';
import type { EventType, Shape } from './event-type.ts';
import { book } from './events/book.ts';
import {
  oeFeedbackResponseSelected,
  oeShowFullFeedback,
  oeShowRespondToFeedback,
  openEndedPrompt,
  peerGradingPrompt,
  rubricSelect,
  staffGradingPrompt,
} from './events/open-ended.ts';
import { accordion, pageClose } from './events/page.ts';
import {
  problemCheck,
  problemReset,
  problemSave,
  problemShow,
  resetProblem,
  resetProblemFail,
  saveProblemCheck,
  saveProblemCheckFail,
  saveProblemFail,
  showAnswer,
} from './events/problem.ts';
import { request } from './events/request.ts';
import { seqGoto, seqNext, seqPrev } from './events/sequence.ts';
import { pauseVideo, playVideo } from './events/video.ts';

const prompts = [openEndedPrompt, peerGradingPrompt, staffGradingPrompt].flatMap(({ show, hide }) => [
  show.documented,
  show.deployed,
  hide.documented,
  hide.deployed,
]);

/** Every event type of the format, server events first, in the page's order. */
export const EVENT_TYPES: readonly EventType[] = [
  showAnswer,
  saveProblemCheck,
  resetProblem,
  saveProblemCheckFail,
  saveProblemFail,
  resetProblemFail,
  request,
  book,
  pageClose,
  playVideo,
  pauseVideo,
  problemCheck,
  problemShow,
  problemSave,
  problemReset,
  seqGoto,
  seqNext,
  seqPrev,
  rubricSelect,
  ...prompts,
  oeShowFullFeedback,
  oeShowRespondToFeedback,
  oeFeedbackResponseSelected,
  accordion,
];

/** How an event type is named in manifests, schemas and docs: `browser/play_video`. */
export const eventTypeId = (type: EventType): string => `${type.source}/${type === request ? 'request' : type.name}`;

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
  return types.get(`${source}/${name}`) ?? (name.startsWith('/') ? types.get(`${source}/${request.name}`) : undefined);
}
