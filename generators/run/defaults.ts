import type { Dialect } from '../../src/spec/dialect.ts';
import { DEFAULT_PRESET } from '../learners/preset-names.ts';

/** The ways to pack files: all, none, or those that were cut off the one that is written to. */
export const COMPRESSIONS = ['gzip', 'none', 'rotated'] as const;

/** Every default of the options. The level is a choice by measurement: see CONTRIBUTING, Speed. */
export const RUN_DEFAULTS = {
  users: 1000,
  days: 7,
  seed: 'edxgen',
  servers: 4,
  preset: DEFAULT_PRESET,
  dialect: 'documented',
  heartbeats: 'elb',
  prefix: 'none',
  packaging: 'tar',
  out: 'edxgen-out',
  gzipLevel: 6,
} as const;

/** The first day of a run, by dialect. */
export const STARTS: Readonly<Record<Dialect, string>> = {
  documented: '2013-03-04',
  deployed: '2013-03-04',
  current: '2026-03-02',
};
