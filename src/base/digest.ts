import { hash } from 'node:crypto';

/** Stands for a text of any length where many are remembered. */
export const digest = (text: string): string => hash('sha256', text, 'base64');
