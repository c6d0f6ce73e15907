/** What each dialect's site logs of a deed. */
import type { Dialect } from '../../src/spec/index.ts';
import type { DeedListener, EventSink, Platform } from '../model/platform.ts';
import { CurrentPlatform } from './current/index.ts';
import { DeployedPlatform, SpicedPlatform } from './deployed/index.ts';
import { DocumentedPlatform } from './documented.ts';

type PlatformClass = new (sink: EventSink, listener?: DeedListener) => Platform;

const PLATFORMS: Readonly<Record<Dialect, PlatformClass>> = {
  documented: DocumentedPlatform,
  deployed: DeployedPlatform,
  current: CurrentPlatform,
};

/** The site of a run's dialect; where it is spiced, the one that does what is rare and right more often. */
export const platformOf = ({
  dialect,
  spice,
}: {
  readonly dialect: Dialect;
  readonly spice: boolean;
}): PlatformClass => (spice ? SpicedPlatform : PLATFORMS[dialect]);
