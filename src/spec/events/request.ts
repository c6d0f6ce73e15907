import Type from 'typebox';
import { serverEvent, shape } from '../event-type.ts';
import { mapOf, noPage, text } from '../values.ts';

const parameters = mapOf(Type.Array(text));

/** Every request that the server answers; its event_type is the URL's path [track/middleware.py]. */
export const request = serverEvent('/', 'A request is answered; event_type is its path.', {
  documented: undefined,
  deployed: shape(
    'request',
    Type.Object({
      POST: { ...parameters, description: 'the parameters of the request’s body' },
      GET: { ...parameters, description: 'the parameters of the request’s URL' },
    }),
    noPage,
  ),
});
