import { PRESETS } from '../generators/learners/preset-names.ts';
import { COMPRESSIONS, RUN_DEFAULTS, STARTS } from '../generators/run/defaults.ts';
import { HEARTBEATS, type Heartbeats } from '../generators/platform/heartbeats.ts';
import { DIALECTS, type Dialect } from '../src/spec/dialect.ts';
import { PACKAGINGS, type Packaging } from '../src/spec/packaging.ts';
import { PREFIXES, type Prefix } from '../src/spec/prefix.ts';
import { UserError } from '../src/base/user-error.ts';
import { choiceOption, flagOption, numberOption, repeatedOption, textOption } from './arguments.ts';
import { inGroup } from './command.ts';

/** What says how large a run is. */
export interface RunArguments {
  users: number | undefined;
  days: number | undefined;
  servers: number | undefined;
  seed: string | undefined;
  start: string | undefined;
  dialect: Dialect | undefined;
  loadable: boolean | undefined;
  spice: boolean | undefined;
  heartbeats: Heartbeats | undefined;
  prefix: Prefix | undefined;
  incident: string[] | undefined;
  course: string | undefined;
  preset: (typeof PRESETS)[number] | undefined;
  behaviour: string | undefined;
  site: string | undefined;
  org: string | undefined;
  compress: (typeof COMPRESSIONS)[number] | undefined;
  gzipLevel: number | undefined;
  packaging: Packaging | undefined;
  gpgRecipient: string | undefined;
}

export const runOptions = {
  ...inGroup('Size', {
    users: numberOption('users', 'how many people there are', `${RUN_DEFAULTS.users}`),
    days: numberOption('days', 'how many days', `${RUN_DEFAULTS.days}`),
    servers: numberOption('servers', 'how many servers', `${RUN_DEFAULTS.servers}`),
  }),
  ...inGroup('What is simulated', {
    seed: textOption('seed', 'any text; another seed gives other people and other days', RUN_DEFAULTS.seed),
    start: textOption('start', 'first day, UTC, YYYY-MM-DD', STARTS[RUN_DEFAULTS.dialect]),
    dialect: choiceOption('dialect', 'which dialect to write', DIALECTS, RUN_DEFAULTS.dialect),
    loadable: flagOption(
      'deployed lines that every loader takes: long lines whole, no heartbeats, no times without a fraction',
    ),
    spice: flagOption(
      'deployed lines with more of what is rare and right: whole seconds, positions as text, names that are no slugs',
    ),
    heartbeats: choiceOption(
      'heartbeats',
      'who asks deployed servers whether they are well: a load balancer, a program on each, or nobody',
      HEARTBEATS,
      RUN_DEFAULTS.heartbeats,
    ),
    prefix: choiceOption('prefix', 'what stands before each current line', PREFIXES, RUN_DEFAULTS.prefix),
    incident: repeatedOption(
      'incident',
      'what goes wrong, NAME or NAME=key:value,key:value; may be given more than once',
      'nothing',
    ),
    course: textOption('course', 'course file, YAML or JSON', 'a built-in course'),
    preset: choiceOption('preset', 'how people behave', PRESETS, RUN_DEFAULTS.preset),
    behaviour: textOption('behaviour', 'file of what differs from a preset, YAML or JSON', 'nothing'),
    site: textOption('site', 'file of a site with several courses, YAML or JSON', 'one course'),
    org: textOption('org', 'write only the lines of an organisation of the site', 'all'),
  }),
  ...inGroup('Packing', {
    packaging: choiceOption(
      'packaging',
      'a tar a server; of current runs also the one log of all servers: as Tutor’s sites have it, as native installs cut it, or a file a day and organisation',
      PACKAGINGS,
      RUN_DEFAULTS.packaging,
    ),
    compress: choiceOption(
      'compress',
      'which files are compressed: all, none, or what native installs cut off',
      COMPRESSIONS,
      'gzip; tutor none, native rotated',
    ),
    'gzip-level': numberOption('gzip-level', '1 (fast) to 9 (small)', `${RUN_DEFAULTS.gzipLevel}`),
    'gpg-recipient': textOption(
      'gpg-recipient',
      'key that the files of data packages are encrypted for, by the installed gpg',
      'not encrypted',
    ),
  }),
};

/** @throws UserError when options of a run contradict each other */
export function checkPacking({ compress, gzipLevel }: RunArguments): void {
  if (compress !== 'none' || gzipLevel === undefined) return;
  throw new UserError('--compress none does not compress, so --gzip-level has no meaning; leave one of them out');
}
