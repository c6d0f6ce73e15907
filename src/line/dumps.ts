import { numberPython, quotePython } from './quote.ts';
import type { Json } from './record.ts';

/** Any JSON value as Python's json.dumps writes it: `", "` and `": "` between parts, ASCII only. */
export function dumps(value: Json): string {
  if (typeof value === 'string') return quotePython(value);
  if (typeof value === 'number') return numberPython(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(dumps).join(', ')}]`;
  let members = '';
  for (const key of Object.keys(value))
    members += `${members === '' ? '' : ', '}${quotePython(key)}: ${dumps(value[key]!)}`;
  return `{${members}}`;
}
