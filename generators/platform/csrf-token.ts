/** The token that Django's forms send back. */
import { pick } from '../../src/base/random/index.ts';
import type { SessionContext } from '../model/session-context.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const LENGTH = 32;

/** A login's own, which a cookie keeps. */
export function csrfToken(visit: SessionContext): string {
  const random = visit.own('csrf token', visit.learner.home.logins);
  return Array.from({ length: LENGTH }, () => pick(random, LETTERS)).join('');
}
