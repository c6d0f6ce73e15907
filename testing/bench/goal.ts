import { short } from './table.ts';

/** What a figure should come to. */
export interface Goal {
  readonly is: 'at most' | 'at least';
  readonly value: number;
}

export const atMost = (value: number): Goal => ({ is: 'at most', value });
export const atLeast = (value: number): Goal => ({ is: 'at least', value });

/** `yes`, or the part of a goal that is reached. */
function reached(value: number, { is, value: goal }: Goal): string {
  if (is === 'at most' ? value <= goal : value >= goal) return 'yes';
  return `${(is === 'at most' ? goal / value : value / goal).toFixed(2)} of the goal`;
}

/** A table's row: a figure, the same by processor time where that makes sense, the goal, and whether the figure reaches it. */
export const goalRow = (label: string, value: number, cpu?: number, goal?: Goal): string[] => [
  label,
  short(value),
  cpu === undefined ? '' : short(cpu),
  ...(goal ? [`${goal.is} ${goal.value}`, reached(value, goal)] : []),
];
