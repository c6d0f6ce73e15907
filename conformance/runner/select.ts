/** Which properties apply to a parser. */
import type { Dialect } from '../../src/spec/index.ts';
import { didYouMean } from '../../src/base/closest.ts';
import { option, optionError, type OptionName } from '../../src/base/user-error.ts';
import { DIALECTS } from '../../src/spec/index.ts';
import { PROPERTIES } from '../properties/index.ts';
import { isMeasured, type Depth, type Property } from '../properties/property.ts';
import type { Claims } from '../subjects/subject.ts';
import type { RunOptions } from './options.ts';

/** A property in a dialect, and why it is left out, if it is. */
export interface PropertyTask {
  readonly property: Property;
  readonly dialect: Dialect;
  readonly skipped?: string;
}

const READ: Record<Claims['depth'], readonly Depth[]> = {
  lines: ['lines'],
  fields: ['lines', 'fields'],
  payload: ['lines', 'fields', 'payload'],
};

const matches = (patterns: readonly string[], id: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern));

function depthReason({ depth }: Property, dialect: Dialect, claims: Claims, strict: boolean): string | undefined {
  if (depth === 'archive') return claims.archives ? undefined : 'it reads no archives';
  if (depth === 'strict')
    return strict || claims.strict.includes(dialect) ? undefined : `it does not claim to be strict in ${dialect}`;
  return READ[claims.depth].includes(depth) ? undefined : `it reads ${claims.depth}, not ${depth}`;
}

/** Whether options let a property be tried in a dialect, whatever the parser claims. */
export const isAskedFor = (
  { id, level, depth }: Property,
  dialect: Dialect,
  { only = ['*'], skip = [], levels, depths, dialects = DIALECTS }: RunOptions,
): boolean =>
  matches(only, id) &&
  !matches(skip, id) &&
  dialects.includes(dialect) &&
  (levels?.includes(level) ?? true) &&
  (depths?.includes(depth) ?? true);

function reason(
  property: Property,
  dialect: Dialect,
  claims: Claims,
  { levels, depths, skip = [], strict = false }: RunOptions,
): string | undefined {
  if (levels && !levels.includes(property.level)) return `only ${levels.join(' and ')} is asked for`;
  if (depths && !depths.includes(property.depth)) return `only ${depths.join(' and ')} is asked for`;
  if (matches(skip, property.id)) return 'asked to be left out';
  if (matches(claims.skip, property.id)) return 'the parser says that it does not have it';
  return depthReason(property, dialect, claims, strict);
}

function checkNames(patterns: readonly string[], properties: readonly Property[], where: OptionName | string): void {
  const unknown = patterns.find((pattern) => !properties.some(({ id }) => matches([pattern], id)));
  if (unknown === undefined) return;
  throw optionError`${where} names the property "${unknown}", which there is not${didYouMean(
    unknown,
    properties.map(({ id }) => id),
  )}; see ${option('PROPERTIES')}`;
}

/** @throws OptionError when an option names a property that there is not */
export function checkProperties(
  { only = [], skip = [] }: Pick<RunOptions, 'only' | 'skip'>,
  properties: readonly Property[],
): void {
  checkNames(only, properties, option('only'));
  checkNames(skip, properties, option('skip'));
}

/**
 * The properties that are asked for, in each dialect that the parser reads, with the reason why one does not apply. Those
 * that are measured come last.
 *
 * @throws OptionError when an option, or what the parser skips, names a property that there is not
 */
export function select(properties: readonly Property[], claims: Claims, options: RunOptions): PropertyTask[] {
  const { only = ['*'], dialects = DIALECTS } = options;
  checkProperties(options, properties);
  checkNames(claims.skip, [...PROPERTIES, ...properties], 'the parser’s skip');
  const read = claims.dialects.filter((dialect) => dialects.includes(dialect));
  const tasks = read.flatMap((dialect) =>
    properties
      .filter((property) => matches(only, property.id) && (property.dialects ?? DIALECTS).includes(dialect))
      .filter((property) => !isMeasured(property) || dialect === read[0])
      .map((property) => {
        const skipped = reason(property, dialect, claims, options);
        return { property, dialect, ...(skipped !== undefined && { skipped }) };
      }),
  );
  return [
    ...tasks.filter(({ property }) => !isMeasured(property)),
    ...tasks.filter(({ property }) => isMeasured(property)),
  ];
}
