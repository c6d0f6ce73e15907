import { pick } from '../../../src/base/random/index.ts';
import { request } from '../../../src/spec/index.ts';
import { PASSWORDS } from '../../../src/spec/values.ts';
import type { Fields } from '../clean-line.ts';
import type { LineFault } from '../fault.ts';
import { fitPayload } from './fit-payload.ts';

const PATH = new RegExp(request.names!.pattern, 'u');
const WORDS = ['letmein', 'correct horse battery staple', 'p%40ssw0rd', 'пароль', ''];

/** A platform before it masked passwords, or a fork whose masking broke. */
export const passwordUnmasked: LineFault = {
  scope: 'line',
  id: 'password-unmasked',
  level: 'payload',
  wording: 'A password that a request posts is not masked: a list of texts, as every other parameter.',
  verdict: 'reject',
  rule: 'payload-type',
  dialects: ['deployed'],
  break(line, random) {
    const payload = PATH.test(line.eventType) ? line.payload : undefined;
    const posted = (payload?.['POST'] ?? {}) as Fields;
    const names = Object.keys(posted);
    if (names.length === 0) return undefined;
    const masked = PASSWORDS.filter((password) => names.includes(password));
    const name = pick(random, masked.length > 0 ? masked : PASSWORDS);
    return fitPayload(line, { ...payload, POST: { ...posted, [name]: [pick(random, WORDS)] } });
  },
};
