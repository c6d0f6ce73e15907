/** Usernames, network addresses and pages. */
import { integer, pick } from '../../../src/base/random/index.ts';
import { xModule } from '../../../src/spec/values.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';
import { fieldFaults } from './field-fault.ts';

/** The largest number in an IPv4 address. */
const MAX_BYTE = 255;
/** Five digits, more than a group of an IPv6 address may have. */
const PORT = [10_000, 65_535] as const;

const ABSOLUTE = /^https?:\/\/[^/]+/;

export const whoAndWhereFaults = [
  ...fieldFaults('username', 'field-type', [
    {
      // A check of names whose pattern ends in $ lets it pass in Python. The format does not forbid it.
      id: 'username-newline',
      wording: 'A username ends with a newline.',
      verdict: 'either',
      rule: null,
      change: (username) => (username === '' ? undefined : `${username}\n`),
    },
    {
      // A username that is all digits, after a tool that guesses types.
      id: 'username-number',
      wording: 'A username is a number.',
      change: (_, random) => integer(random, 1, 999_999),
    },
  ]),
  ...fieldFaults('ip', 'ip-address', [
    {
      // What proxies put into X-Forwarded-For: a list, an address with a port, the word unknown.
      id: 'ip-invalid',
      wording: 'An ip is no address: a list, one with a port, one with a number beyond 255, a word, or nothing.',
      change(ip, random) {
        // A worker's lines have none.
        if (ip === '') return undefined;
        const beyond = `${ip.slice(0, ip.lastIndexOf('.'))}.${integer(random, MAX_BYTE + 1, 999)}`;
        return pick(random, ['', 'unknown', beyond, `10.0.0.1, ${ip}`, `${ip}:${integer(random, ...PORT)}`]);
      },
    },
  ]),
  ...fieldFaults('page', 'page-url', [
    {
      // As the server itself knows it: a path without its host.
      id: 'page-relative',
      wording: 'A page is a path, not an absolute URL.',
      change: (page) => (ABSOLUTE.test(page) ? page.replace(ABSOLUTE, '') : undefined),
    },
  ]),
  ...lineFaults({ level: 'fields', verdict: 'reject', rule: 'page-url' }, [
    {
      // Later versions of the platform write the page of a server event's learner, where this one has x_module or null.
      id: 'page-other-kind',
      wording: 'A server event has the page of another kind of event.',
      dialects: ['deployed'],
      break(line) {
        const { event_source: source, page, host } = line.fields ?? {};
        if (source !== 'server') return undefined;
        const other = page === null ? xModule.const : `https://${String(host)}/courses`;
        return ifFits(line.with('page', other), line.dialect);
      },
    },
  ]),
];
