import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The id as the server knows it. */
export const videoIdLocation = placeFault(
  {
    id: 'video-id-location',
    wording: 'A video’s id is its location, not the html form.',
    verdict: 'reject',
    rule: 'video-id',
  },
  ofRule('video-id'),
  (id) => String(id).replace('-', '://').replaceAll('-', '/'),
);
