import type { PropertyResult, RunResult } from '../runner/result.ts';
import { printable } from '../../src/base/printable.ts';
import { failureText, type Reproduction } from './failure.ts';
import { escapeMarkup } from './shown.ts';

/** Text that may come from anywhere: with no character that XML does not know. */
const shown = (text: string): string => escapeMarkup(printable(text));

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function testcase(result: PropertyResult, again: (result: PropertyResult) => Reproduction): string {
  const { property, dialect, status, words, ms, failure } = result;
  const open = `    <testcase classname="conformance.${dialect}.${property.depth}" name="${escapeMarkup(property.id)}" time="${seconds(ms)}"`;
  if (status === 'failed') {
    const { kind, message } = failure!.mismatch;
    return `${open}>\n      <failure type="${kind}" message="${shown(message)}">${escapeMarkup(failureText(result, again(result)))}</failure>\n    </testcase>\n`;
  }
  if (status === 'skipped' || status === 'known')
    return `${open}>\n      <skipped message="${shown(words)}"/>\n    </testcase>\n`;
  if (status === 'told') return `${open}>\n      <system-out>${shown(words)}</system-out>\n    </testcase>\n`;
  return `${open}/>\n`;
}

/** A run as JUnit's XML, which CI systems read: a case for each property, a suite for each dialect. */
export function junit({ results, claims }: RunResult, again: (result: PropertyResult) => Reproduction): string {
  const suites = [...new Set(results.map(({ dialect }) => dialect))].map((dialect) => {
    const own = results.filter((result) => result.dialect === dialect);
    const count = (...statuses: string[]) => own.filter(({ status }) => statuses.includes(status)).length;
    const time = seconds(own.reduce((sum, { ms }) => sum + ms, 0));
    const head = `  <testsuite name="${shown(`${claims.parser} (${dialect})`)}" tests="${own.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped', 'known')}" time="${time}">\n`;
    return `${head}${own.map((result) => testcase(result, again)).join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="edxgen conform">\n${suites.join('')}</testsuites>\n`;
}
