/** What a run with faults needs beyond one without. */
export { gatherLabels } from './gather-labels.ts';
export { breakNamed, drawnOnTheWay } from './named.ts';
