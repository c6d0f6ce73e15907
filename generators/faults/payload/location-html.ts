import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The id as the page knows it. */
export const locationHtml = placeFault(
  {
    id: 'location-html',
    wording: 'A location is in its html form.',
    verdict: 'reject',
    rule: 'location',
  },
  ofRule('location'),
  (location) =>
    String(location)
      .replace('://', '-')
      .replaceAll('/', '-')
      .replace(/[^\w-]/g, '_'),
);
