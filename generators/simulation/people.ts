import { onceFor } from '../../src/base/remember.ts';
import { Population } from '../learners/population.ts';
import { Calendar } from './calendar.ts';
import type { Plan } from './plan.ts';

/** Who takes a course, and when they come: the same for all pools. */
export interface People {
  readonly population: Population;
  readonly calendar: Calendar;
}

/** The people of each of a plan's courses, made once: code that V8 has compiled for those of one pool it would compile anew for the next. */
export const peopleOf = onceFor((plan: Plan): readonly People[] =>
  plan.offerings.map((offering) => ({
    population: new Population(offering.seed, offering.behaviour, {
      today: plan.dialect === 'current',
      spice: plan.spice,
      siteSeed: plan.seed,
    }),
    calendar: new Calendar(plan.seed, offering),
  })),
);
