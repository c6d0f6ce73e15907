import { createHash } from 'node:crypto';

/** Stands for a text of any length where many are remembered. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
