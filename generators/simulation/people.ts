import { Population } from '../learners/population.ts';
import { Calendar } from './calendar.ts';
import type { Plan } from './plan.ts';

/** Who takes a course, and when they come: the same for all pools. */
export interface People {
  readonly population: Population;
  readonly calendar: Calendar;
}

const made = new WeakMap<Plan, readonly People[]>();

/** The people of each of a plan's courses, made once: code that V8 has compiled for those of one pool it would compile anew for the next. */
export function peopleOf(plan: Plan): readonly People[] {
  const before = made.get(plan);
  if (before) return before;
  const people = plan.offerings.map((offering) => ({
    population: new Population(offering.seed, offering.behaviour, {
      today: plan.dialect === 'current',
      spice: plan.spice,
      siteSeed: plan.seed,
    }),
    calendar: new Calendar(plan.seed, offering),
  }));
  made.set(plan, people);
  return people;
}
