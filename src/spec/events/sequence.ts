import Type, { type TSchema } from 'typebox';
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
const deployed = <T extends TSchema>(element: T) =>
  shape(
    'json',
    Type.Object({
      old: { ...element, description: 'element being jumped from' },
      new: { ...element, description: 'element being jumped to' },
      id: { ...location, description: 'location of the sequence' },
    }),
  );

export const seqGoto = browserEvent('seq_goto', 'A sequence’s element is picked.', {
  documented,
  deployed: deployed(numeric(position)),
});
export const seqNext = browserEvent('seq_next', 'The next element of a sequence is turned to.', {
  documented,
  deployed: deployed(position),
});
export const seqPrev = browserEvent('seq_prev', 'The element before is turned to.', {
  documented: undefined,
  deployed: deployed(position),
});
