import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** PHP's json_encode, and writers that guard against `</script>`. */
export const slashesEscaped: LineFault = {
  scope: 'line',
  id: 'slashes-escaped',
  level: 'json',
  wording: 'The slashes of a line are escaped.',
  verdict: 'accept',
  rule: null,
  break: ({ text, dialect }) => (text.includes('/') ? ifFits(text.replaceAll('/', '\\/'), dialect) : undefined),
};
