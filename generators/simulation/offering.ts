import type { Course } from '../course/course.ts';
import type { Behaviour } from '../learners/behaviour.ts';

/** A course as it is given on a site: when, to whom, and how people behave in it. A run without a site file has one. */
export interface Offering {
  /** What people do in the course is drawn from it; the run's own where there is one course. */
  readonly seed: string;
  /** The seed of session keys: people of another behaviour have other names, and so must have other keys. */
  readonly keySeed: string;
  readonly course: Course;
  readonly behaviour: Behaviour;
  /** Its first midnight, microseconds since 1970. */
  readonly start: number;
  /** When it is over, and nobody comes for it any more; undefined where it stays open. */
  readonly end: number | undefined;
  /** Weight by which people are on the site for it. */
  readonly share: number;
  /** Whether people begin when they like, until its end, and its days are counted from each one's first visit. */
  readonly isSelfPaced: boolean;
  /** The fleet whose servers answer those who are on the site for it, by index; the first, where there are none. */
  readonly fleet: number;
}

/** A time that a machine serves, microseconds since 1970; without an end where it serves until the run is over. */
export interface Service {
  readonly from: number;
  readonly to: number | undefined;
}

/** Machines of a role, in pools that are all alike. */
export interface Fleet {
  /** In names: `prod-edxapp-001`. */
  readonly role: string;
  readonly pools: number;
  /** The places in each pool where a machine may stand, and those that stand there one after the other. */
  readonly places: readonly (readonly Service[])[];
}
