import { VERSION } from '../src/version.ts';

/** The kit's name in the protocol. */
export const KIT = `edxgen/${VERSION}`;
