import { tokenFault } from './token-fault.ts';

/** Python writes a dict so that is printed, not dumped. */
export const singleQuotes = tokenFault({
  id: 'single-quotes',
  wording: 'Strings stand in single quotes, as Python prints them.',
  each: ['key', 'string'],
  write: (token) => `'${token.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
});
