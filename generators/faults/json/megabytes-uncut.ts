import type { LineFault } from '../fault.ts';
import { megabytes } from './megabytes.ts';

/** The platform cuts lines at 10,000 characters: a longer one is not its own. */
export const megabytesUncut: LineFault = {
  ...megabytes,
  id: 'megabytes-uncut',
  wording: 'A line is several megabytes long, by spaces between its parts, where the platform would have cut it.',
  verdict: 'reject',
  rule: 'line-cut',
  onlyNamed: true,
  dialects: ['deployed'],
};
