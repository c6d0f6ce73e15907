import { Type } from '../../base/type.ts';
import { sent } from '../current-shape.ts';
import { browserEvent, serverEvent, shape } from '../event-type.ts';
import { asDict } from '../python-dict.ts';
import { pageWord, text } from '../values.ts';

const nothing = shape('empty', Type.Null());

export const pageClose = browserEvent('page_close', 'A page is left; the field page says which.', {
  documented: nothing,
  deployed: nothing,
  current: sent({}),
});

export const accordion = browserEvent('accordion', 'A chapter of the course’s side bar is opened.', {
  deployed: shape(
    'json',
    Type.Object({
      newheader: { ...text, description: 'title of the chapter being opened' },
      oldheader: { ...text, description: 'title of the chapter being closed' },
    }),
  ),
});

/** [util/views.py] */
export const calculatorError = serverEvent(
  'error:calc',
  'The calculator at the foot of a page cannot make sense of what was typed.',
  {
    deployed: shape(
      'object',
      Type.Object(
        asDict('literal', {
          error: Type.Optional(Type.Array(text, { description: 'the exception: type, value, traceback' })),
          equation: Type.Optional({ ...text, description: 'what was typed' }),
        }),
      ),
      pageWord('calc'),
    ),
  },
);
