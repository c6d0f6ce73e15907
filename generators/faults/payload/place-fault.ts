import type { Json } from '../../../src/line/record.ts';
import { pick, type Stream } from '../../../src/base/random/index.ts';
import { eventTypesOf, type Dialect } from '../../../src/spec/index.ts';
import type { FaultInfo, LineFault } from '../fault.ts';
import { holds, placesIn, type Node } from './places.ts';
import { fitPayload } from './fit-payload.ts';

/** Whether a schema, and the key that it stands under, is of a kind. */
export type IsKind = (node: Node, key: string) => boolean;

/** Tells, by its event_type alone, whether a line may hold a value of a kind. */
export function typesWith(dialect: Dialect, isKind: IsKind): (eventType: string) => boolean {
  const types = eventTypesOf(dialect).filter(({ shape }) => holds(shape.payload as Node, isKind));
  const named = new Set(types.map(({ name }) => name));
  const open = types.flatMap(({ names }) => (names ? [new RegExp(names.pattern, 'u')] : []));
  return (eventType) => named.has(eventType) || open.some((pattern) => pattern.test(eventType));
}

/** An operator that changes one value of a kind, wherever in a payload it stands. */
export function placeFault(
  info: Omit<FaultInfo, 'level'>,
  isKind: IsKind,
  change: (value: Json, random: Stream, node: Node) => Json,
): LineFault {
  const types = { documented: typesWith('documented', isKind), deployed: typesWith('deployed', isKind) };
  return {
    scope: 'line',
    level: 'payload',
    ...info,
    break(line, random) {
      if (!types[line.dialect](line.eventType)) return undefined;
      const { payload } = line;
      if (!payload) return undefined;
      const places = [...placesIn(line.shape!.payload as Node, payload)].filter(({ node, key }) => isKind(node, key));
      if (places.length === 0) return undefined;
      const { holder, key, node } = pick(random, places);
      holder[key] = change(holder[key]!, random, node);
      return fitPayload(line, payload);
    },
  };
}
