import { isObject, type Fields, type Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import { changingField, mutants } from './mutant.ts';

const session = (read: (line: Fields) => Json) =>
  class extends ReferenceParser {
    override readSession(line: Fields): Json {
      return read(line);
    }
  };

/** Does something to what was read of a line. */
const todays = (how: (record: Fields) => Fields) =>
  class extends ReferenceParser {
    override makeRecord(...given: Parameters<ReferenceParser['makeRecord']>): Fields {
      return how(super.makeRecord(...given));
    }
  };

const changingContext = (how: (context: Fields) => Fields) =>
  todays((record) => (isObject(record['context']) ? { ...record, context: how(record['context']) } : record));

/** Applies a function to a field that holds text. */
const changingText = (field: string, how: (text: string) => Json) =>
  changingField(field, (value) => (typeof value === 'string' ? how(value) : value));

export const fieldMutants = mutants({
  'empty-session-undefined': [
    'sessions',
    'Takes an empty session for an undefined one.',
    session((line) => line['session'] || null),
  ],
  'undefined-session-empty': [
    'sessions',
    'Makes an undefined session an empty one.',
    session((line) => line['session'] ?? ''),
  ],
  'session-required': [
    'sessions',
    'Refuses a line without session.',
    session((line) => {
      if (!('session' in line)) throw new Error('no session');
      return line['session'];
    }),
  ],
  'session-must-be-key': [
    'sessions',
    'Refuses a session that is not of 32 digits.',
    session((line) => {
      const key = line['session'] ?? null;
      if (typeof key === 'string' && !/^[0-9a-f]{32}$/.test(key)) throw new Error('no session key');
      return key;
    }),
  ],
  'second-session-cut': [
    'sessions',
    'Keeps only the first of two sessions joined by a semicolon.',
    session((line) => (typeof line['session'] === 'string' ? line['session'].split(';', 1)[0] : null)),
    'deployed',
  ],
  'anonymous-null': [
    'anonymous-users',
    'Makes an empty username null.',
    changingText('username', (name) => name || null),
  ],
  'anonymous-named': [
    'anonymous-users',
    'Names who is not logged in.',
    changingText('username', (name) => name || 'anonymous'),
  ],
  'anonymous-refused': [
    'anonymous-users',
    'Refuses a line without a user.',
    changingText('username', (name) => {
      if (name === '') throw new Error('nobody');
      return name;
    }),
  ],
  'digits-in-username-number': [
    'strings-untouched',
    'Reads a username of digits as a number.',
    changingText('username', (name) => (/^\d+$/.test(name) ? Number(name) : name)),
  ],
  'agent-missing-unknown': [
    'common-fields',
    'Names an empty agent.',
    changingText('agent', (agent) => agent || 'unknown'),
  ],
  'agent-cut-at-parenthesis': [
    'common-fields',
    'Keeps of the agent what stands before its parentheses.',
    changingText('agent', (agent) => agent.replace(/ \(.*$/, '')),
  ],
  'page-without-slash': [
    'common-fields',
    'Takes the last slash from a page.',
    changingText('page', (page) => page.replace(/\/$/, '')),
  ],
  'page-cut-at-blank': [
    'common-fields',
    'Takes what stands before its first blank for the page.',
    changingText('page', (page) => page.split(' ', 1)[0]!),
    'deployed',
  ],
  'page-without-host': [
    'common-fields',
    'Keeps only the path of a page.',
    changingText('page', (page) => page.replace(/^https?:\/\/[^/]*/, '')),
  ],
  'new-addresses-refused': [
    'accepts-lines',
    'Refuses addresses that are not four numbers.',
    changingText('ip', (ip) => {
      if (!/^\d+(\.\d+){3}$/.test(ip)) throw new Error('no address');
      return ip;
    }),
  ],
  'address-last-part-hidden': [
    'common-fields',
    'Hides the last part of an address.',
    changingText('ip', (ip) => ip.replace(/\.\d+$/, '.0')),
  ],
  'tutor-prefix-unread': [
    'tutor-prefix',
    'Takes a line behind a prefix for none.',
    class extends ReferenceParser {
      override skipPrefix(text: string): string {
        return text;
      }
    },
    'current',
  ],
  'older-word-for-name': [
    'two-names',
    'Gives the older word of event_type for a name.',
    todays((record) => ({ ...record, name: record['event_type'] })),
    'current',
  ],
  'name-for-older-word': [
    'two-names',
    'Gives the name for an older word of event_type.',
    todays((record) => ({ ...record, event_type: record['name'] })),
    'current',
  ],
  'context-lost': ['context', 'Drops the context.', todays(({ context: _context, ...record }) => record), 'current'],
  'context-one-shape': [
    'context',
    'Has the same keys in every context.',
    changingContext((given) => ({ user_id: null, path: '', ...given })),
    'current',
  ],
  'context-objects-lost': [
    'context',
    'Keeps of a context what is no object.',
    changingContext((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => !isObject(value)))),
    'current',
  ],
  'context-user-required': [
    'context',
    'Refuses a line whose context has no user_id.',
    changingContext((given) => {
      if (!('user_id' in given)) throw new Error('no user');
      return given;
    }),
    'current',
  ],
  'request-page-empty': [
    'page-null',
    'Makes a page of null an empty string.',
    changingField('page', (page) => page ?? ''),
    'deployed',
  ],
  'request-page-word': ['page-null', 'Makes a page of null the word null.', changingField('page', String), 'deployed'],
  'page-required': [
    'page-null',
    'Refuses a line whose page is no string.',
    changingField('page', (page) => {
      if (typeof page !== 'string') throw new Error('no page');
      return page;
    }),
    'deployed',
  ],
});
