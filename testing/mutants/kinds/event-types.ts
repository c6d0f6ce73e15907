import { DIALECTS, EVENT_TYPES } from '../../../src/spec/index.ts';
import { payloadProperty } from '../../../conformance/properties/payloads.ts';
import type { Fields, Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import type { Mutant } from './mutant.ts';

/** ValueGenerators the payload of one event type out: null, or, where null is right, what stands in the line. */
const withoutType = (source: string, isOfType: (name: string) => boolean) =>
  class extends ReferenceParser {
    override readEvent(...[line, dialect]: Parameters<ReferenceParser['readEvent']>): Json {
      const { event_source: from, event_type: name, event }: Fields = line;
      if (from !== source || !isOfType(String(name))) return super.readEvent(line, dialect);
      return event === '' ? event : null;
    }
  };

/** For each event type a parser that does not know it. */
export const eventTypeMutants: readonly Mutant[] = EVENT_TYPES.map((type) => {
  const { name, names, source } = type;
  const property = payloadProperty(type);
  const id = property.replace('payload', 'without');
  const dialects = DIALECTS.filter((dialect) => type[dialect]);
  const Mutated = withoutType(source, (other) => (names ? new RegExp(names.pattern, 'u').test(other) : other === name));
  return {
    id,
    property,
    mistake: `Does not know the event type of ${names?.expected ?? name}, and values its payload out.`,
    dialects,
    parser: () => Object.assign(new Mutated(), { name: id, dialects }),
  };
});
