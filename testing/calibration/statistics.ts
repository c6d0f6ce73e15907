import { activity } from './activity.ts';
import { answering } from './answering.ts';
import { engagement } from './engagement.ts';
import { giveaways } from './giveaways.ts';
import { outcomes } from './outcomes.ts';
import type { Statistic } from './statistic.ts';

/** Every statistic that is measured in the large run. */
export const STATISTICS: readonly Statistic[] = [...activity, ...outcomes, ...engagement, ...giveaways, ...answering];
