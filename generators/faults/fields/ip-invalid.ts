import { integer, pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

const MOST = 255;
/** Five digits, more than a group of an IPv6 address may have. */
const PORT = [10_000, 65_535] as const;

/** What proxies put into X-Forwarded-For: a list, an address with a port, the word unknown. */
export const ipInvalid = fieldFault(
  {
    id: 'ip-invalid',
    wording: 'An ip is no address: a list, one with a port, one with a number beyond 255, a word, or nothing.',
    verdict: 'reject',
    rule: 'ip-address',
  },
  'ip',
  (ip, random) => {
    const beyond = `${ip.slice(0, ip.lastIndexOf('.'))}.${integer(random, MOST + 1, 999)}`;
    return pick(random, ['', 'unknown', beyond, `10.0.0.1, ${ip}`, `${ip}:${integer(random, ...PORT)}`]);
  },
);
