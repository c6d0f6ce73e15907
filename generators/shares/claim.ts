import { createHash } from 'node:crypto';
import { VERSION } from '../../src/version.ts';
import type { Manifest } from '../manifest.ts';
import { flag } from '../options.ts';
import type { PackedPlan } from '../simulation/plan.ts';

/** What run is made in a place. Whoever makes a part of it leaves the same one. */
export interface Claim {
  /** The version that makes it. */
  readonly edxgen: string;
  readonly options: Manifest['options'];
  /** All that its bytes depend on, with what the files hold that options name. A run that is repaired has none. */
  readonly plan?: PackedPlan;
  /** Of the plan. */
  readonly sha256?: string;
  /** The files of an earlier run that go when this one is complete. */
  readonly replaces?: readonly string[];
  /** The process that makes it in one go. A run that is made in shares has none. */
  readonly writer?: string;
}

/** The claim of a run that is simulated. */
export type PlannedClaim = Claim & Required<Pick<Claim, 'plan' | 'sha256'>>;

export function claimOf(plan: PackedPlan, options: Manifest['options']): PlannedClaim {
  return { edxgen: VERSION, options, plan, sha256: createHash('sha256').update(JSON.stringify(plan)).digest('hex') };
}

/** `--gzip-level is 9 there, and 6 here` */
const words = (option: string, there: unknown, here: unknown): string => `${flag(option)} is ${String(there)} there, and ${String(here)} here`;

/** How a run differs from the one that is there; undefined where it is the same, as far as can be told. */
export function difference(there: Claim, here: PlannedClaim): string | undefined {
  if (there.edxgen !== here.edxgen) return `edxgen is ${there.edxgen} there, and ${here.edxgen} here`;
  for (const [option, value] of Object.entries(here.options)) {
    if (there.options[option] !== value) return words(option, there.options[option], value);
  }
  if (there.sha256 === undefined || there.sha256 === here.sha256) return undefined;
  return `${here.options['course'] === null ? 'the behaviour' : 'the course or the behaviour'} is another there`;
}
