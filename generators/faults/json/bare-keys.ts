import { tokenFault } from './token-fault.ts';

/** JavaScript's own notation, and JSON5. Keys that are no names keep their quotes. */
export const bareKeys = tokenFault({
  id: 'bare-keys',
  wording: 'Keys stand without quotes, as in JavaScript.',
  each: ['key'],
  write: (token) => (/^"[A-Za-z_]\w*"$/.test(token) ? token.slice(1, -1) : token),
});
