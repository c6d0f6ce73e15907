import { Type } from '../../base/type.ts';
import { serverEvent, shape } from '../event-type.ts';
import { asDict } from '../python-dict.ts';
import { noPage, parameters } from '../values.ts';

const payload = Type.Object(
  asDict('literal', {
    GET: { ...parameters, description: 'the parameters of the request’s URL' },
    POST: { ...parameters, description: 'the parameters of the request’s body' },
  }),
);

/** Every request that the server answers [track/middleware.py]. */
export const request = serverEvent(
  'request',
  'A request is answered; event_type is its path.',
  { documented: undefined, deployed: shape('request', payload, noPage) },
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
