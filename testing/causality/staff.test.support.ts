import type { SimulateOptions } from '../../generators/run/options.ts';
import { planOf } from '../../generators/run/simulate.ts';
import { Enrolments } from '../../generators/simulation/enrolments.ts';
import { peopleOf } from '../../generators/simulation/people.ts';

/** Usernames of a run's staff, who see chapters before they open: lines alone do not always tell. */
export function staffOf(options: SimulateOptions): ReadonlySet<string> {
  const plan = planOf(options);
  const enrolments = new Enrolments(plan);
  const people = peopleOf(plan);
  const staff = new Set<string>();
  for (let number = 1; number <= plan.users; number += 1) {
    const { population } = people[enrolments.home(number)]!;
    const { kind, country } = population.outline(number);
    if (kind.name === 'staff') staff.add(population.username(number, country.names));
  }
  return staff;
}
