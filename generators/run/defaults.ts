import { DEFAULT_PRESET } from '../learners/preset-names.ts';

/** The ways to pack a daily file. */
export const COMPRESSIONS = ['gzip', 'none'] as const;

/** Every default of the options. The level is a choice by measurement: see CONTRIBUTING, Speed. */
export const RUN_DEFAULTS = {
  users: 1000,
  days: 7,
  seed: 'edxgen',
  start: '2013-03-04',
  servers: 4,
  preset: DEFAULT_PRESET,
  dialect: 'documented',
  heartbeats: 'elb',
  out: 'edxgen-out',
  compress: 'gzip',
  gzipLevel: 6,
} as const;
