import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { UserError } from '../base/user-error.ts';

/** Amazon's SDK, loaded when an address of a bucket is met: no run in a folder needs it. */
export type Sdk = typeof import('@aws-sdk/client-s3');

/**
 * A request is tried so often, with pauses between that grow to twenty seconds: half a minute in all, since a long run should not
 * end because a store starts anew. The SDK's own variable says otherwise.
 */
const ATTEMPTS = 11;

/** Milliseconds until a store that says nothing is given up. */
const CONNECT = 10_000;
const SILENCE = 60_000;

/** Where the SDK finds no region, one is named that every store knows. */
const REGION = 'us-east-1';

const WITHOUT_SDK = 's3:// addresses need the AWS SDK; install it: npm install @aws-sdk/client-s3';

async function load(): Promise<Sdk> {
  // The SDK would write to standard error which versions of Node it will leave behind one day.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  try {
    return await import('@aws-sdk/client-s3');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new UserError(WITHOUT_SDK, { cause: error });
    throw error;
  }
}

async function connect(): Promise<Connection> {
  const sdk = await load();
  // Checksums that newer versions of the SDK add to all requests are unknown to many stores.
  const config: S3ClientConfig = {
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(process.env['AWS_MAX_ATTEMPTS'] ? {} : { maxAttempts: ATTEMPTS }),
    requestHandler: { connectionTimeout: CONNECT, socketTimeout: SILENCE },
  };
  const { config: found } = new sdk.S3Client(config);
  const region = await found.region().catch(() => REGION);
  const endpoint = await found.serviceConfiguredEndpoint?.();
  // Buckets have names of hosts at Amazon's; another store's host is mostly alone.
  return { sdk, client: new sdk.S3Client({ ...config, region, forcePathStyle: endpoint !== undefined }) };
}

/** The SDK, and a client that is configured as the SDK's environment variables and profiles say. */
export interface Connection {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

let connection: Promise<Connection> | undefined;

/**
 * The one connection of this process.
 *
 * @throws UserError when the SDK is not installed
 */
export const connected = (): Promise<Connection> => (connection ??= connect());
