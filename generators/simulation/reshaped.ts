import { lineEncoder, wholeLineEncoder } from '../../src/line/encode.ts';
import { LINE_CUT } from '../../src/spec/index.ts';
import { isWhole, type Line } from '../model/line.ts';
import type { Plan } from './plan.ts';

/** The text of a line that an incident changes: of all of it, cut by the platform only then, where it cuts. */
export function reshapedText({ dialect, loadable }: Plan, line: Line, reshape: (text: string) => string): string {
  const { type, common, time, lag, payload, path, more } = line;
  // Lines of other dialects are never cut; each kind has one encoder there, which is to be compiled once.
  const encode = (dialect === 'deployed' ? wholeLineEncoder : lineEncoder)(type, dialect);
  const text = reshape(encode(common, time - lag, payload, path, more));
  if (dialect !== 'deployed' || loadable || text.length <= LINE_CUT + 1) return text;
  return text.slice(0, LINE_CUT) + (isWhole(text) ? '\n' : '');
}
