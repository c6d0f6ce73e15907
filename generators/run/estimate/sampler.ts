/** The process in which a sample is taken: alone, so that its time and its memory are those of the simulation. */
import type { PackedPlan } from '../../simulation/plan.ts';
import { takeSample, type Limits, type Sample } from './sample.ts';

/** What the process is told to do. */
export interface SamplerTask {
  readonly plan: PackedPlan;
  readonly limits: Limits;
}

/** What it says: how sure the sample is so far, and in the end the sample. */
export type SamplerMessage = { readonly error: number } | { readonly sample: Sample };

const say = (message: SamplerMessage, then = () => {}) => process.send!(message, then);

process.once('message', ({ plan, limits }: SamplerTask) => {
  say({ sample: takeSample(plan, limits, (error) => say({ error })) }, () => process.disconnect());
});
