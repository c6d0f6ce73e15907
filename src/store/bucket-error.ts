import { option, OptionError, UserError, words, type Words } from '../base/user-error.ts';

const CREDENTIALS = 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with AWS_PROFILE';
const QUOTA = 'the quota is used up; free some space or raise it';
const REGION = 'the bucket is in another region; name it with AWS_REGION';
const ENDPOINT = option('AWS_ENDPOINT_URL_S3');
const UNREACHABLE = words`check the network, and ${ENDPOINT}`;

/** By the names that stores and the SDK give to errors. */
const REASONS: Record<string, string | Words> = {
  CredentialsProviderError: `there are no credentials; ${CREDENTIALS}`,
  InvalidAccessKeyId: `the access key is unknown there; ${CREDENTIALS}`,
  SignatureDoesNotMatch: `the secret key is wrong; ${CREDENTIALS}`,
  ExpiredToken: `the credentials have expired; ${CREDENTIALS}`,
  AccessDenied: 'access is denied; check the credentials, and what they may do there',
  NoSuchBucket: 'there is no such bucket; create it, or check the name',
  NoSuchKey: 'there is no such object; check the name',
  NotFound: 'there is no such object; check the name',
  NoSuchUpload: 'the upload was given up, by another run that has begun there; see that there is one at a time',
  ERR_INVALID_URL: words`the address of the store is none; check ${ENDPOINT}`,
  EndpointError: 'no address fits the bucket, the region and the endpoint; check the variables and the profile of AWS',
  InvalidBucketName: 'a bucket cannot have this name; check it',
  PermanentRedirect: REGION,
  AuthorizationHeaderMalformed: REGION,
  QuotaExceeded: QUOTA,
  // Swift's word for it; no part of ours is too large for any store.
  EntityTooLarge: QUOTA,
  PreconditionFailed: 'it was changed while it was read; read it again',
  ECONNREFUSED: words`nothing answers; ${UNREACHABLE}`,
  ENOTFOUND: words`there is no such host; ${UNREACHABLE}`,
  EAI_AGAIN: words`there is no such host; ${UNREACHABLE}`,
  EHOSTUNREACH: words`the host cannot be reached; ${UNREACHABLE}`,
  ENETUNREACH: words`the host cannot be reached; ${UNREACHABLE}`,
  ECONNRESET: words`the connection was cut; ${UNREACHABLE}`,
  EPIPE: words`the connection was cut; ${UNREACHABLE}`,
  ETIMEDOUT: words`nothing answers in time; ${UNREACHABLE}`,
  TimeoutError: words`nothing answers in time; ${UNREACHABLE}`,
};

/** By the status of answers that have no name of their own. */
const STATUSES: Record<number, string | Words> = {
  301: REGION,
  403: REASONS['AccessDenied']!,
  404: REASONS['NoSuchKey']!,
  413: QUOTA,
  507: QUOTA,
};

/** Of status 400 and without a name are answers to HEAD, which have no words. */
const WORDLESS = 'the request is refused without a word; check AWS_REGION and the credentials';

interface StoreError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Whether an answer broke off in the middle. The client has no word on that, while it tries requests again that fail. */
export function isCut(error: unknown): boolean {
  const { name, code, $metadata } = error as StoreError;
  return $metadata === undefined && (/^E[A-Z]+$/.test(code ?? '') || name === 'TimeoutError');
}

/** Whether a store has no object of the name. */
export const isMissing = (error: unknown): boolean => ['NoSuchKey', 'NotFound'].includes((error as StoreError).name);

/**
 * Words for what a request to a store has met: `cannot write to s3://course-data/: there is no such bucket; ...`.
 *
 * @param deed what failed, and on what: `write to s3://course-data/`
 * @returns what was thrown itself, when it is no answer of a store, but a fault of the program
 */
export function bucketError(error: unknown, deed: string): unknown {
  const { name, message, code, $metadata } = error as StoreError;
  if (error instanceof UserError) return error;
  const status = $metadata?.httpStatusCode ?? 0;
  // The code first: the SDK gives one name to a connection that is cut and to one that is silent.
  const reason =
    REASONS[code ?? ''] ??
    REASONS[name] ??
    STATUSES[status] ??
    (status === 400 && name.startsWith('Unknown') ? WORDLESS : undefined);
  if (reason === undefined && code === undefined && $metadata === undefined) return error;
  const told =
    reason ?? `the store answers ${[status, name === 'Error' ? code : name].filter(Boolean).join(' ')}: ${message}`;
  return typeof told === 'string'
    ? new UserError(`cannot ${deed}: ${told}`, { cause: error })
    : new OptionError(words`cannot ${deed}: ${told}`, { cause: error });
}
