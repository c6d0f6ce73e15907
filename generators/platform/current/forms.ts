/** The app in which people make accounts and get new passwords: what its forms send, of fields as they are left too [frontend-app-authn]. */
import { chance, lognormal } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import { MASK } from '../../../src/spec/values.ts';
import { hexKey } from '../../learners/hex-key.ts';
import { loading } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { mailOf } from '../accounts.ts';
import { FORGETS, TOKEN_EPOCH } from '../passwords.ts';
import { appsOf } from './addresses.ts';
import type { Lines, Load, Parameters } from './lines.ts';

const VALIDATION = '/api/user/v1/validation/registration';

/** Seconds for a field, and for a password twice, logarithms (choices). */
const TYPES = { mean: 1.7, sd: 0.5 };
const TYPES_PASSWORD = { mean: 2.4, sd: 0.6 };

/** So many find that somebody else has the name that they want (a choice). */
const TAKEN = 0.15;

const whole = (seconds: number): number => Math.round(seconds * SECOND);

/** Makes an account, from so many microseconds on; gives when that is asked for. */
export function register(lines: Lines, visit: SessionContext, form: Load, delay: number): number {
  const { learner, population } = visit;
  const random = visit.own('account form');
  const referer = `${appsOf(visit.course)}/`;
  const { username } = learner;
  const { name } = population.fullName(learner);
  const email = mailOf(visit);
  let left = delay;
  const leave = (POST: Parameters): void => {
    left += whole(lognormal(random, TYPES.mean, TYPES.sd));
    lines.request(visit, referer, VALIDATION, left, { POST }, true);
  };
  leave({ name });
  leave({ email });
  if (username.length > 4 && chance(random, TAKEN)) leave({ username: username.slice(0, -1) });
  leave({ username });
  leave({ password: MASK });
  const POST = { name, email, username, password: MASK, honor_code: 'true' };
  const sent = left + loading(visit, 0.1);
  return lines.write(visit, form, referer, '/api/user/v2/account/registration/', sent, { POST }, true);
}

/**
 * Whether somebody who is at the form to log in has forgotten its password. It then asks for another one, and follows the link of the mail.
 *
 * @param seconds from now until the password is missed
 * @returns how many seconds from now it is done, and the form to log in by is there again; as many where nothing was forgotten
 */
export function newPassword(lines: Lines, visit: SessionContext, form: Load, seconds: number): number {
  const { learner, now } = visit;
  const random = visit.own('new password', learner.visits);
  if (!chance(random, FORGETS.chance)) return seconds;
  const referer = `${appsOf(visit.course)}/`;
  const ask = (path: string, POST: Parameters, after: number): void =>
    lines.request(visit, referer, path, whole(after), { POST }, true);
  const asked = lines.write(
    visit,
    form,
    referer,
    '/account/password',
    whole(seconds),
    { POST: { email: mailOf(visit) } },
    true,
  );
  const stamp = Math.floor((now + asked - TOKEN_EPOCH) / SECOND).toString(36);
  const token = `${learner.accountNumber.toString(36)}-${stamp}-${hexKey(random)}`;
  const linked = asked / SECOND + 5 + lognormal(random, FORGETS.mean, FORGETS.sd);
  // The link opens the app anew.
  form.hasToken = false;
  ask('/user_api/v1/account/password_reset/token/validate/', { token }, linked);
  const typed = linked + 3 + lognormal(random, TYPES.mean, TYPES.sd);
  ask(VALIDATION, { reset_password_page: 'true', password: MASK }, typed);
  const sent = typed + 1 + lognormal(random, TYPES.mean, TYPES.sd);
  // As if it were JSON: no source of the format settles whether the form's two names are masked.
  ask(`/password/reset/${token}/`, {}, sent);
  const back = sent + loading(visit, 0.5) / SECOND;
  lines.request(visit, referer, '/api/mfe_context', whole(back), {}, true);
  return back + 2 + lognormal(random, TYPES_PASSWORD.mean, TYPES_PASSWORD.sd);
}
