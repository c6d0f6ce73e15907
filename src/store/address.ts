import { UserError } from '../base/user-error.ts';

const SCHEME = 's3://';

/** A bucket and a prefix in it. */
export interface BucketAddress {
  readonly bucket: string;
  /** Of an object, or of all objects whose keys begin with it. */
  readonly key: string;
}

/**
 * Whether an address is of a bucket, and not of the file system.
 *
 * @throws UserError when it is an address, but of something else: it would name a folder `gs:`
 */
export function isBucketAddress(address: string): boolean {
  if (address.startsWith(SCHEME)) return true;
  if (/^[a-z][a-z\d+.-]+:\//i.test(address))
    throw new UserError(`${address} is neither a path nor an address that begins with ${SCHEME}; give one of them`);
  return false;
}

/**
 * Reads `s3://BUCKET/KEY`; the key may be empty.
 *
 * @throws UserError when it names no bucket
 */
export function parseAddress(address: string): BucketAddress {
  const rest = address.slice(SCHEME.length);
  const slash = rest.indexOf('/');
  const bucket = slash < 0 ? rest : rest.slice(0, slash);
  if (!/^[\w][\w.-]*$/.test(bucket)) throw new UserError(`${address} names no bucket; name one as s3://BUCKET/PREFIX/`);
  return { bucket, key: slash < 0 ? '' : rest.slice(slash + 1) };
}

/** `s3://BUCKET/KEY` */
export const formatAddress = ({ bucket, key }: BucketAddress): string => `${SCHEME}${bucket}/${key}`;
