import type { RuleId } from '../../../src/spec/index.ts';
import type { IsKind } from './place-fault.ts';

/** Values that a rule is about. */
export const ofRule =
  (rule: RuleId): IsKind =>
  (node) =>
    node.rule === rule;

/**
 * Values of a type, of which any of another type breaks payload-type: not those that tell a union's members apart, nor objects
 * with a rule of their own.
 */
export const ofType =
  (...types: string[]): IsKind =>
  ({ type, const: only, rule }) =>
    types.includes(type!) && only === undefined && !(rule && type === 'object');
