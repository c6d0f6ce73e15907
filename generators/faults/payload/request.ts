/** What requests post to the server: longer than the platform's cut, or a password that it should have masked. */
import { integer, pick, type Stream } from '../../../src/base/random/index.ts';
import { dumps } from '../../../src/line/dumps.ts';
import type { Json } from '../../../src/line/record.ts';
import { request, REQUEST_CUT } from '../../../src/spec/index.ts';
import { PASSWORDS } from '../../../src/spec/values.ts';
import type { ValidLine, Fields } from '../valid-line.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';
import { fitPayload } from './payload-fault.ts';

const PATH = new RegExp(request.names!.pattern, 'u');

const SENTENCE = ' I do not see why the second step follows from the first.';
const MIN_SENTENCES = Math.ceil(REQUEST_CUT / SENTENCE.length);

const WORDS = ['letmein', 'correct horse battery staple', 'p%40ssw0rd', 'пароль', ''];

/** What a request posts, by parameter; undefined for other events. */
const postedBy = ({ eventType, payload }: ValidLine): Fields | undefined =>
  PATH.test(eventType) ? (payload?.['POST'] as Fields | undefined) : undefined;

/** The payload's text of a request that posts something, longer than the platform's cut; undefined for other events. */
function longRequest(line: ValidLine, random: Stream): string | undefined {
  const posted = postedBy(line) ?? {};
  const names = Object.keys(posted).filter((name) => Array.isArray(posted[name]));
  if (names.length === 0) return undefined;
  const name = pick(random, names);
  const sentences = SENTENCE.repeat(integer(random, MIN_SENTENCES, 3 * MIN_SENTENCES));
  return dumps({ ...line.payload, POST: { ...posted, [name]: [(posted[name] as Json[]).join('') + sentences] } });
}

export const requestFaults = lineFaults({ level: 'payload', verdict: 'reject', rule: 'event-cut' }, [
  {
    // A post in the forum, or a long answer: the platform keeps the first 512 characters, and what is left is no JSON.
    id: 'request-cut',
    wording: 'A request’s event is cut at 512 characters.',
    verdict: 'either',
    rule: null,
    dialects: ['deployed'],
    break(line, random) {
      const event = longRequest(line, random);
      return event && ifFits(line.with('event', event.slice(0, REQUEST_CUT)), line.dialect);
    },
  },
  {
    // Versions of the platform with another limit.
    id: 'request-uncut',
    wording: 'A request’s event is longer than 512 characters.',
    dialects: ['deployed'],
    break(line, random) {
      const event = longRequest(line, random);
      return event && ifFits(line.with('event', event), line.dialect);
    },
  },
  {
    // A platform before it masked passwords, or a fork whose masking broke.
    id: 'password-unmasked',
    wording: 'A password that a request posts is not masked: a list of texts, as every other parameter.',
    rule: 'payload-type',
    dialects: ['deployed'],
    break(line, random) {
      const posted = postedBy(line) ?? {};
      const names = Object.keys(posted);
      if (names.length === 0) return undefined;
      const masked = PASSWORDS.filter((password) => names.includes(password));
      const name = pick(random, masked.length > 0 ? masked : PASSWORDS);
      return fitPayload(line, { ...line.payload, POST: { ...posted, [name]: [pick(random, WORDS)] } });
    },
  },
]);
