import { pick, type Stream } from '../../../src/base/random/index.ts';
import type { Json } from '../../../src/line/record.ts';
import { byDialect, eventTypesOf, type Dialect, type RuleId, type SchemaNode } from '../../../src/spec/index.ts';
import { lineFaults, type LineFault, type Row } from '../fault.ts';
import { fitPayload } from './payload-fault.ts';
import { holds, slotsIn } from './slots.ts';

/** Whether a schema, and the key that it stands under, is of a kind. */
export type IsKind = (node: SchemaNode, key: string) => boolean;

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

/** Tells, by its event_type alone, whether a line may hold a value of a kind. Which types do is found out when it is first asked: most commands never do. */
export function typesWith(dialect: Dialect, isKind: IsKind): (eventType: string) => boolean {
  const found = () => {
    const types = eventTypesOf(dialect).filter(({ shape }) => holds(shape.payload, isKind));
    const named = new Set(types.map(({ name }) => name));
    const open = types.flatMap(({ names }) => (names ? [new RegExp(names.pattern, 'u')] : []));
    return (eventType: string): boolean => named.has(eventType) || open.some((pattern) => pattern.test(eventType));
  };
  let tells: ((eventType: string) => boolean) | undefined;
  return (eventType) => (tells ??= found())(eventType);
}

/** An operator on values of a kind. */
interface ValueFault extends Omit<Row<LineFault>, 'break'> {
  /** The values that it acts on; those of the table's rule unless said. */
  readonly of?: IsKind;
  change(value: Json, random: Stream, node: SchemaNode): Json;
}

/** Operators that change one value of a kind, wherever in a payload it stands. Unless a row says so, it is to be refused. */
export const valueFaults = (rule: RuleId, rows: readonly ValueFault[]): LineFault[] =>
  lineFaults(
    { level: 'payload', verdict: 'reject', rule },
    rows.map(({ of: isKind = ofRule(rule), change, ...row }) => {
      const types = byDialect((dialect) => typesWith(dialect, isKind));
      return {
        ...row,
        break(line, random) {
          if (!types[line.dialect](line.eventType)) return undefined;
          const { payload } = line;
          if (!payload) return undefined;
          const slots = [...slotsIn(line.shape!.payload, payload)].filter(({ node, key }) => isKind(node, key));
          if (slots.length === 0) return undefined;
          const { holder, key, node } = pick(random, slots);
          holder[key] = change(holder[key]!, random, node);
          return fitPayload(line, payload);
        },
      };
    }),
  );
