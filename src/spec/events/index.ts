/** Every event type, by name. */
export { book } from './book.ts';
export * from './open-ended.ts';
export { accordion, calculatorError, pageClose } from './page.ts';
export * from './problem.ts';
export { request } from './request.ts';
export { seqGoto, seqNext, seqPrev } from './sequence.ts';
export { instructor, reloaded } from './staff.ts';
export { pauseVideo, playVideo } from './video.ts';
