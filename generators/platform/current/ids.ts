/** Numbers and keys by which today's platform calls people and what they do. */
import { hash } from 'node:crypto';
import type { Stream } from '../../../src/base/random/index.ts';
import { uuidDigits, uuidDigitsOf } from '../../../src/base/uuid.ts';
import { hexKey } from '../../learners/hex-key.ts';

/** A UUID as it is written, by its digits. */
const dashed = (digits: string): string => digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** A new UUID. */
export const newUuid = (random: Stream): string => dashed(uuidDigits(hexKey(random)));

/** A UUID that follows from a text. */
export const uuidOf = (what: string): string => dashed(uuidDigitsOf(what));

/** Hexadecimal digits that follow from a text. */
export const hexOf = (what: string, digits: number): string => hash('sha256', what, 'hex').slice(0, digits);

/** 28 characters of base64 that follow from a text, as hashes of grades are written. */
export const base64Of = (what: string): string => hash('sha1', what, 'base64');
