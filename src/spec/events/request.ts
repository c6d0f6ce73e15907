import { Type } from '../../base/type.ts';
import { asked } from '../current-shape.ts';
import { serverEvent, shape } from '../event-type.ts';
import { asDict } from '../python-dict.ts';
import { noPage, parameters } from '../values.ts';

const payload = Type.Object(
  asDict('literal', {
    GET: { ...parameters, description: 'the parameters of the request’s URL' },
    POST: { ...parameters, description: 'the parameters of the request’s body' },
  }),
);

const currentPayload = Type.Object({ GET: payload.properties.GET, POST: payload.properties.POST });

/** Every request that the server answers [track/middleware.py]. */
export const request = serverEvent(
  'request',
  'A request is answered; event_type is its path.',
  { deployed: shape('request', payload, noPage), current: asked(currentPayload) },
  {
    pattern: '^/',
    expected: 'the path of a URL',
    examples: [
      '/heartbeat',
      '/courses/MITx/6.00x/2013_Spring/info',
      '/courses/MITx/6.00x/2013_Spring/modx/i4x://MITx/6.00x/problem/L15:L15_Problem_2/problem_check',
    ],
  },
);
