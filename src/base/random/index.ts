/** Random streams with addresses, and the few distributions that the model needs. */
export * from './distributions.ts';
export { hash, hasher, stream, type Stream } from './stream.ts';
