import { formatInstant } from '../../src/base/time.ts';

/** `YYYYmmddHHMMSS`: how the queue of the external grader writes a time [capa/responsetypes.py]. */
export const formatQueueTime = (time: number): string => formatInstant(time).slice(0, 19).replace(/[-T:]/g, '');
