import type { PropertyResult } from '../conformance/runner/result.ts';
import { quoted } from '../src/base/printable.ts';

/** How a parser is reached. */
export interface Reached {
  /** The adapter's command line. */
  readonly command: readonly string[];
  /** Options that stand before it: `--filter`. */
  readonly way: readonly string[];
}

/**
 * The commands that show a failure again.
 *
 * @param file where the failing trial is stored
 */
export function reproductions(
  { property, dialect, failure }: PropertyResult,
  { command, way }: Reached,
  file: string | undefined,
): string[] {
  const adapter = [...way, '--', ...command].map(quoted).join(' ');
  const { seed, path } = failure!;
  const only = `edxgen conform --only ${property.id} --dialect ${dialect}`;
  return [
    ...(file === undefined ? [] : [`edxgen conform --replay ${quoted(file)} ${adapter}`]),
    ...(seed === undefined || path === undefined ? [] : [`${only} --seed ${quoted(seed)} --path ${path} ${adapter}`]),
    ...('measure' in property ? [`${only} ${adapter}`] : []),
  ];
}
