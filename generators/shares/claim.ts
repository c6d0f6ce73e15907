import { createHash } from 'node:crypto';
import { VERSION, type Manifest } from '../manifest.ts';
import type { PackedPlan } from '../simulation/plan.ts';

/** What run is made in a place. Whoever makes a part of it leaves the same one. */
export interface Claim {
  /** The version that makes it. */
  readonly edxgen: string;
  readonly options: Manifest['options'];
  /** All that its bytes depend on, with what the files hold that options name. */
  readonly plan: PackedPlan;
  /** Of the plan. */
  readonly sha256: string;
}

export function claimOf(plan: PackedPlan, options: Manifest['options']): Claim {
  return { edxgen: VERSION, options, plan, sha256: createHash('sha256').update(JSON.stringify(plan)).digest('hex') };
}

/** `--gzip-level 9 there, 6 here` */
const words = (option: string, there: unknown, here: unknown): string =>
  `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} is ${String(there)} there, and ${String(here)} here`;

/** How a run differs from the one that is there; undefined where it is the same, as far as can be told. */
export function difference(there: Pick<Claim, 'edxgen' | 'options'> & { readonly sha256?: string }, here: Claim): string | undefined {
  if (there.edxgen !== here.edxgen) return `edxgen is ${there.edxgen} there, and ${here.edxgen} here`;
  for (const [option, value] of Object.entries(here.options)) {
    if (there.options[option] !== value) return words(option, there.options[option], value);
  }
  if (there.sha256 === undefined || there.sha256 === here.sha256) return undefined;
  return `${here.options['course'] === null ? 'the behaviour' : 'the course or the behaviour'} is another there`;
}
