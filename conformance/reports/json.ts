import type { PropertyResult, RunResult } from '../runner/result.ts';
import { inputsOf } from '../runner/stored-trial.ts';
import { VERSION } from '../../src/base/version.ts';
import { causesOf } from './causes.ts';
import type { Reproduction } from './failure.ts';
import { plain } from './shown.ts';
import { verdicts } from './summary.ts';

function property(result: PropertyResult, again: (result: PropertyResult) => Reproduction): object {
  const { property: info, dialect, status, words, runs, ms, failure } = result;
  const { id, level, depth, statement, source } = info;
  const told = { id, level, depth, dialect, status, words, runs, ms: Math.round(ms), statement, source };
  if (!failure) return told;
  const { mismatch, seed, path, shrinks, trial } = failure;
  const inputs = inputsOf(trial).map(({ bytes }) => Buffer.from(bytes).toString('base64'));
  const { file, by: reproduce = [] } = again(result);
  return {
    ...told,
    failure: { ...mismatch, seed, path, shrinks, inputs, file, reproduce },
  };
}

/** What is no ASCII, or a terminal would obey: JSON itself escapes only some of it. */
const ascii = (text: string): string =>
  text.replace(/[^\n\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A run as JSON; inputs are base64. */
export function json(run: RunResult, again: (result: PropertyResult) => Reproduction): string {
  const { claims, seed, results, conforms, staleKnown, noise, ms } = run;
  const count = (status: PropertyResult['status']) => results.filter((result) => result.status === status).length;
  const summary = {
    passed: count('passed'),
    failed: count('failed'),
    known: count('known'),
    told: count('told'),
    skipped: count('skipped'),
  };
  const properties = results.map((result) => property(result, again));
  const named = ({ property: { id }, dialect }: PropertyResult) => ({ id, dialect });
  const causes = causesOf(results).map(({ first, others }) => ({ ...named(first), others: others.map(named) }));
  return `${ascii(JSON.stringify({ edxgen: VERSION, seed, parser: { ...claims, level: claims.depth }, conforms, verdicts: verdicts(run), summary, staleKnown, noise, ms: Math.round(ms), causes, properties }, plain, 1))}\n`;
}
