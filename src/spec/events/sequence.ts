import { Type } from '../../base/type.ts';
import { browserEvent, shape } from '../event-type.ts';
import { location, numeric, position } from '../values.ts';

const documented = shape(
  'json',
  Type.Object({
    id: { ...location, description: 'location of the sequence' },
    old: { ...position, description: 'element being jumped from' },
    new: { ...position, description: 'element being jumped to' },
  }),
);
/** After a jump by a link in the page the position is text; the next one then is that text with a 1 behind it. */
const deployed = shape(
  'json',
  Type.Object({
    old: { ...numeric(position), description: 'element being jumped from' },
    new: { ...numeric(position), description: 'element being jumped to' },
    id: { ...location, description: 'location of the sequence' },
  }),
);

export const seqGoto = browserEvent('seq_goto', 'A sequence’s element is picked.', {
  documented,
  deployed,
});
export const seqNext = browserEvent('seq_next', 'The next element of a sequence is turned to.', {
  documented,
  deployed,
});
export const seqPrev = browserEvent('seq_prev', 'The element before is turned to.', {
  documented: undefined,
  deployed,
});
