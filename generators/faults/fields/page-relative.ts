import { fieldFault } from './field-fault.ts';

const ABSOLUTE = /^https?:\/\/[^/]+/;

/** As the server itself knows it: a path without its host. */
export const pageRelative = fieldFault(
  {
    id: 'page-relative',
    wording: 'A page is a path, not an absolute URL.',
    verdict: 'reject',
    rule: 'page-url',
  },
  'page',
  (page) => (ABSOLUTE.test(page) ? page.replace(ABSOLUTE, '') : undefined),
);
