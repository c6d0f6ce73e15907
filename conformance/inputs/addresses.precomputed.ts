/** Addresses in all the ways that the format takes. Plain data: to draw from their pattern takes longer than most commands. */
import { IP } from '../../src/spec/values.ts';
import { drawnFrom } from './pool.ts';

export const ADDRESSES: readonly string[] = drawnFrom(`^${IP}$`);
