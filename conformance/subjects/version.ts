import { VERSION } from '../../src/base/version.ts';

/** The kit's name in the protocol. */
export const KIT = `edxgen/${VERSION}`;
