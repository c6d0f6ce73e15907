/** Defaults of the kit's options. */
export const CONFORM_DEFAULTS = {
  /** Any text. */
  seed: 'edxgen',
  /** Trials of each property. */
  runs: 100,
  /** The same where each log is a process of its own. */
  filterRuns: 10,
  /** Milliseconds for an answer. */
  timeout: 5000,
  /** Milliseconds that a run works on its failures: on making them smaller, and on looking what they need to come again. */
  effort: 60_000,
  /** The folder of failing inputs. */
  examples: 'edxgen-failures',
} as const;
