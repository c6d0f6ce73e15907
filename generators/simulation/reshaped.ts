import { lineEncoder, wholeLineEncoder } from '../../src/line/encode.ts';
import { LINE_CUT } from '../../src/spec/index.ts';
import { isWhole, type Line } from '../model/line.ts';
import type { Plan } from './plan.ts';

/** Whether an incident changes how a line is written. */
export const isReshaped = ({ renamed, reshape }: Line): boolean => renamed !== undefined || reshape !== undefined;

/** The text of a line that an incident changes: of all of it, cut by the platform only then, where it cuts. */
export function reshapedText({ dialect, loadable }: Plan, line: Line): string {
  const { type, renamed = type, common, time, lag, payload, path, more, reshape } = line;
  // Lines of other dialects are never cut; each kind has one encoder there, which is to be compiled once.
  const encode = (dialect === 'deployed' ? wholeLineEncoder : lineEncoder)(renamed, dialect);
  const encoded = encode(common, time - lag, payload, path, more);
  const text = reshape ? reshape(encoded) : encoded;
  if (dialect !== 'deployed' || loadable || text.length <= LINE_CUT + 1) return text;
  return text.slice(0, LINE_CUT) + (isWhole(text) ? '\n' : '');
}
