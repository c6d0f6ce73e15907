/** What each dialect's site logs of a deed. */
import type { Dialect } from '../../src/spec/index.ts';
import type { DeedListener, EventSink, Platform } from '../model/platform.ts';
import { CurrentPlatform } from './current/index.ts';
import { DeployedPlatform } from './deployed.ts';
import { DocumentedPlatform } from './documented.ts';

export const PLATFORMS: Readonly<Record<Dialect, new (sink: EventSink, listener?: DeedListener) => Platform>> = {
  documented: DocumentedPlatform,
  deployed: DeployedPlatform,
  current: CurrentPlatform,
};
