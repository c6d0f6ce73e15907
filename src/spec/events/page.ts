import Type from 'typebox';
import { browserEvent, shape } from '../event-type.ts';
import { text } from '../values.ts';

const nothing = shape('empty', Type.Null());

export const pageClose = browserEvent('page_close', 'A page is left; the field page says which.', {
  documented: nothing,
  deployed: nothing,
});

export const accordion = browserEvent('accordion', 'A chapter of the course’s side bar is opened.', {
  documented: undefined,
  deployed: shape(
    'json',
    Type.Object({
      newheader: { ...text, description: 'title of the chapter being opened' },
      oldheader: { ...text, description: 'title of the chapter being closed' },
    }),
  ),
});
