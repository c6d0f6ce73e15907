import type { ShareDone, TaskControl } from '../../src/base/task.ts';
import type { Dialect } from '../../src/spec/index.ts';
import type { Depth, PropertyLevel } from '../properties/property.ts';
import type { PropertyResult } from './result.ts';
import type { Subject } from '../subjects/subject.ts';
import type { KnownFailure } from './known-failures.ts';
import type { StoredTrial } from './stored-trial.ts';

/** A property that has been tried, how many are, and how many there are. */
export interface PropertyTried extends ShareDone {
  readonly result: PropertyResult;
}

/** How a parser is tried, and watched: by the properties. It is stopped between two of them. All may be left out. */
export interface SuiteOptions extends TaskControl<PropertyTried> {
  /** Any text; another seed gives other inputs. */
  readonly seed?: string;
  /** How many trials of each property. */
  readonly runs?: number;
  /** Milliseconds to go on for, with a fresh seed for each round. */
  readonly time?: number;
  /** Ids of the properties to try, or beginnings of ids that end in `*`; all if left out. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly levels?: readonly PropertyLevel[];
  readonly depths?: readonly Depth[];
  /** Stop after so many failures. */
  readonly bail?: number;
  readonly dialects?: readonly Dialect[];
  /** Tries what only strict parsers have, whether the parser claims it or not. */
  readonly strict?: boolean;
  /** The way to one trial of one property in one dialect, as a report gives it. */
  readonly path?: string;
  /** Milliseconds for making failures smaller and for confirming them, of the whole run; each failure has half a second of its own. */
  readonly effort?: number;
}

/** The same with what a run is given beside the parser. */
export interface RunOptions extends SuiteOptions {
  /** Failing trials of earlier runs, tried first. */
  readonly examples?: readonly StoredTrial[];
  readonly known?: readonly KnownFailure[];
  /** More of the same parser, which try properties at the same time. The results are those of one alone, in the same order. */
  readonly others?: readonly Subject[];
}
