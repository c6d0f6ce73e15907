/** How somebody who has forgotten its password gets another one on the site of 2013. */
import { chance, integer, lognormal, pick, type Stream } from '../../src/base/random/index.ts';
import { DAY, SECOND } from '../../src/base/time.ts';
import { hexKey } from '../learners/hex-key.ts';
import type { SessionContext } from '../model/session-context.ts';
import { mailOf } from './accounts.ts';
import { csrfToken } from './csrf-token.ts';
import type { DelayedRequest } from './site-request.ts';

/** Of those who are asked to log in, so many have forgotten their password (a choice), and get a mail after so many seconds. */
export const FORGETS = { chance: 0.05, mean: 4, sd: 0.7 };

/** Of those who type a new one twice, so many mistype it once, and do it again after so many seconds (choices). */
const MISTYPES = { chance: 0.1, mean: 2.2, sd: 0.5 };
/** Until the server has taken it and the browser asks for the next page: seconds, logarithm's mean and deviation (a choice). */
const REDIRECTED = { mean: Math.log(0.25), sd: 0.4 };

/** Django's tokens count time from here, then in days and today in seconds; microseconds since 1970 [django/contrib/auth/tokens.py]. */
export const TOKEN_EPOCH = Date.UTC(2001, 0, 1) * 1000;
/** Digits of the token's digest, every other one of SHA-1's. */
const DIGEST = 20;

const SYLLABLES = 'ba dor fi gu hel jo ka lim mo nu per qui ras ti vo zen'.split(' ');

/** A password as people make them, of syllables that make no word: it is nobody's. */
function invented(random: Stream): string {
  const word = Array.from({ length: integer(random, 3, 4) }, () => pick(random, SYLLABLES)).join('');
  const begun = chance(random, 0.4) ? word[0]!.toUpperCase() + word.slice(1) : word;
  const number = chance(random, 0.8) ? String(integer(random, 1, chance(random, 0.3) ? 9999 : 99)) : '';
  return begun + number + (chance(random, 0.2) ? pick(random, [...'!.#_']) : '');
}

/** The same with a letter missing. */
function mistyped(random: Stream, password: string): string {
  const place = integer(random, 0, password.length - 1);
  return password.slice(0, place) + password.slice(place + 1);
}

/**
 * Asks for a new password, follows the link of the mail, and types it twice: what is asked for when, and how many seconds from now it is done. The
 * platform of that day did not mask the names under which the form sends it.
 *
 * @param seconds from now until the password is missed
 */
export function newPassword(
  visit: SessionContext,
  seconds: number,
): { readonly steps: readonly DelayedRequest[]; readonly after: number } {
  const { networkRandom: random, learner, now } = visit;
  const own = visit.own('new password', learner.visits);
  const link = seconds + lognormal(random, FORGETS.mean, FORGETS.sd);
  let typed = link + 4 + lognormal(random, 2.2, 0.6);
  const micros = (time: number): number => Math.round(time * SECOND);
  const day = Math.floor((now + micros(seconds) - TOKEN_EPOCH) / DAY);
  const token = `${day.toString(36)}-${hexKey(own, DIGEST)}`;
  const confirm = `/password_reset_confirm/${learner.accountNumber.toString(36)}-${token}/`;
  const csrfmiddlewaretoken = csrfToken(visit);
  const password = invented(own);
  const steps: DelayedRequest[] = [
    { path: '/password_reset/', POST: { email: mailOf(visit) }, after: micros(seconds) },
    { path: confirm, after: micros(link) },
  ];
  const type = (again: string): void => {
    const POST = { csrfmiddlewaretoken, new_password1: password, new_password2: again };
    steps.push({ path: confirm, POST, after: micros(typed) });
  };
  if (chance(own, MISTYPES.chance)) {
    type(mistyped(own, password));
    typed += 2 + lognormal(own, MISTYPES.mean, MISTYPES.sd);
  }
  type(password);
  const done = typed + lognormal(own, REDIRECTED.mean, REDIRECTED.sd);
  steps.push({ path: '/password_reset_complete/', after: micros(done) });
  return { steps, after: done + 3 + lognormal(random, 1.5, 0.5) };
}
