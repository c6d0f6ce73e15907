import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** An author’s XML that has a newline in the name. */
export const videoIdNewline = placeFault(
  {
    id: 'video-id-newline',
    wording: 'A newline stands before a video’s id.',
    verdict: 'reject',
    rule: 'video-id',
  },
  ofRule('video-id'),
  (id) => `\n${String(id)}`,
);
