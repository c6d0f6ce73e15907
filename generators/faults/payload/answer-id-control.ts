import { byDialect, type SchemaNode } from '../../../src/spec/index.ts';
import { decodeForm, encodeForm, type Inputs } from '../../../src/line/form.ts';
import { integer, pick, type Stream } from '../../../src/base/random/index.ts';
import type { ValidLine, Fields } from '../valid-line.ts';
import type { LineFault } from '../fault.ts';
import { ifFits } from '../ensure.ts';
import { fitPayload } from './payload-fault.ts';
import { typesWith, type IsKind } from './value-fault.ts';
import { slotsIn } from './slots.ts';

const CONTROLS = ['\0', '\x01', '\b', '\t', '\n', '\x1b', '\x1f', '\x7f'];

const isMap: IsKind = ({ propertyNames }) => propertyNames?.rule === 'answer-id';
const TYPES = byDialect((dialect) => typesWith(dialect, isMap));

/** What stands around the id in a form's key. */
const KEY = /^(input_|)(.*?)(\[\]|)$/s;

const mapsIn = (schema: SchemaNode, payload: Fields): Fields[] =>
  isMap(schema, '')
    ? [payload]
    : [...slotsIn(schema, payload)]
        .filter(({ node, key }) => isMap(node, key))
        .map(({ holder, key }) => holder[key] as Fields);

/** Renames one of the ids in some maps, the same wherever it stands; false where there is none. */
function corrupt(maps: readonly Fields[], random: Stream): boolean {
  const ids = [...new Set(maps.flatMap((map) => Object.keys(map)))];
  if (ids.length === 0) return false;
  const key = pick(random, ids);
  const [, before = '', id = '', after = ''] = KEY.exec(key)!;
  const drawn = integer(random, 0, id.length);
  // Halves of a surrogate pair stay together: no form can hold one alone.
  const at = (id.codePointAt(drawn - 1) ?? 0) > 0xffff ? drawn - 1 : drawn;
  const renamed = `${before}${id.slice(0, at)}${pick(random, CONTROLS)}${id.slice(at)}${after}`;
  for (const map of maps) {
    const entries = Object.entries(map);
    for (const [name] of entries) delete map[name];
    for (const [name, value] of entries) map[name === key ? renamed : name] = value;
  }
  return true;
}

/** The inputs of a form’s event; undefined for other events. */
function inputsOf({ shape, fields }: ValidLine): Fields | undefined {
  const event = fields?.['event'];
  if (typeof event !== 'string' || event === '' || !shape?.encoding.startsWith('form')) return undefined;
  return decodeForm(shape.encoding === 'form-literal' ? (JSON.parse(event) as string) : event);
}

/** Scripts of the browser's, and records of the database, that were damaged: the id is the same wherever the payload has it. */
export const answerIdControl: LineFault = {
  scope: 'line',
  id: 'answer-id-control',
  level: 'payload',
  wording: 'An answer id has a control character in it.',
  verdict: 'reject',
  rule: 'answer-id',
  break(line, random) {
    if (!TYPES[line.dialect](line.eventType)) return undefined;
    const inputs = inputsOf(line);
    const payload = inputs ?? line.payload;
    if (!payload || !corrupt(mapsIn(line.shape!.payload, payload), random)) return undefined;
    if (!inputs) return fitPayload(line, payload);
    const form = encodeForm(inputs as Inputs);
    return ifFits(
      line.with('event', line.shape!.encoding === 'form-literal' ? JSON.stringify(form) : form),
      line.dialect,
    );
  },
};
