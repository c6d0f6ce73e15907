import type { EncodedCommonFields } from '../../../src/line/encoded-common-fields.ts';
import type { Element, Sequence } from '../../course/course.ts';
import { PageContext, type SessionContext } from '../../model/session-context.ts';
import type { Load } from './lines.ts';

/** A page of today's site that is open: of the LMS or of an app, by what it is for. */
export class Page extends PageContext {
  /** What its requests name as the page that they come from. */
  readonly referer: string;
  load: Load = { hasToken: false };

  constructor(url: string, browser: EncodedCommonFields, referer: string) {
    super(url, browser, null);
    this.referer = referer;
  }
}

/** The course's home page in the learning app. */
export class HomePage extends Page {}

/** The forum's app. */
export class ForumPage extends Page {}

/** A sequence in the learning app, which shows one unit at a time in a frame. */
export class UnitPage extends Page {
  readonly sequence: Sequence;
  /** Where the person comes from. */
  readonly from: PageContext | undefined;
  /** When the first unit can be asked for: whoever enrols by this page does so before; microseconds since 1970. */
  opens = -Infinity;
  /** When the app asked for the sequence, and so learned which units were complete, microseconds since 1970; numbers of those of which it has learned that since. */
  asked = -Infinity;
  readonly complete = new Set<number>();
  /** The number of the unit in front, from 1; 0 before there is one. */
  position = 0;
  /** What lines share that the app's browser sends, and those that the frame's sends. */
  app: EncodedCommonFields;
  frame: EncodedCommonFields | undefined;
  frameUrl = '';
  /** What the unit in front does by itself: its text is read, and its problems ask for marks. */
  readsText: PageContext['meanwhile'];
  asksForMarks: PageContext['meanwhile'];

  constructor(
    url: string,
    browser: EncodedCommonFields,
    referer: string,
    sequence: Sequence,
    from: PageContext | undefined,
  ) {
    super(url, browser, referer);
    this.app = browser;
    this.sequence = sequence;
    this.from = from;
    this.meanwhile = (seconds) => {
      this.readsText?.(seconds);
      this.asksForMarks?.(seconds);
    };
  }

  get unit(): Element {
    return this.sequence.elements[this.position - 1]!;
  }
}

/** The unit in front of somebody, if there is one. */
export const unitPage = ({ view }: SessionContext): UnitPage | undefined =>
  view instanceof UnitPage ? view : undefined;
