import type { Dialect, Packaging } from '../../src/spec/index.ts';
import { option, optionError } from '../../src/base/user-error.ts';
import { didYouMean } from '../../src/base/closest.ts';
import type { FaultPlan } from '../simulation/plan.ts';
import type { Fault } from './fault.ts';
import { actsOn, FAULTS } from './index.ts';

const SEE = 'edxgen faults lists them';
const MOST_FAULTS = 1_000_000;

function named(id: string, dialect: Dialect, packaging: Packaging): Fault {
  const fault = FAULTS.find((known) => known.id === id);
  if (!fault)
    throw optionError`${option('fault')} has no operator ${JSON.stringify(id)}${
      didYouMean(
        id,
        FAULTS.map((known) => known.id),
      ) || `; ${SEE}`
    }`;
  if (!actsOn(fault, dialect))
    throw optionError`${option('fault')} ${id} does not act on ${dialect} logs, only on ${fault.dialects!.join(', ')}; ${SEE}`;
  if (packaging !== 'tar' && fault.scope === 'archive')
    throw optionError`${option('fault')} ${id} breaks tars, and ${option('packaging')} ${packaging} writes none; leave one of them out`;
  if (fault.scope === 'file' && fault.packagings?.includes(packaging) === false)
    throw optionError`${option('fault')} ${id} breaks a file a day, and ${option('packaging')} ${packaging} writes none; leave one of them out`;
  return fault;
}

function counted(text: string, id: string): number {
  const count = /^\d+$/.test(text) ? Number(text) : NaN;
  if (count >= 1 && count <= MOST_FAULTS) return count;
  throw optionError`${option('fault')} ${id}=COUNT takes a whole number from 1 to ${MOST_FAULTS}, not ${JSON.stringify(text)}`;
}

/**
 * Which faults a run has. Line operators that are named without a count share the rate, where one is given; else each acts
 * once, as file and archive operators do. Where no line operator shares the rate, all do.
 *
 * @param names `NAME`, or `NAME=COUNT`
 * @throws OptionError what is wrong with a name or a count
 */
export function resolveFaults(
  rate: number | undefined,
  names: readonly string[],
  dialect: Dialect,
  packaging: Packaging,
): FaultPlan {
  const counts = new Map<string, number>();
  const sharing: string[] = [];
  for (const name of names) {
    const [id = '', count] = name.split(/=(.*)/s);
    const fault = named(id, dialect, packaging);
    if (counts.has(id) || sharing.includes(id))
      throw optionError`${option('fault')} ${id} is given more than once; give it once, as ${id}=COUNT`;
    if (count === undefined && rate !== undefined && fault.scope === 'line') sharing.push(id);
    else counts.set(id, count === undefined ? 1 : counted(count, id));
  }
  const afterwards = FAULTS.some(({ id, scope }) => counts.has(id) && scope !== 'archive');
  return { rate: rate ?? 0, drawn: sharing, counts: [...counts], afterwards };
}
