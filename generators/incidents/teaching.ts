/** What teachers do: a key that is wrong until it is corrected, and a deadline that is moved. */
import { chance, hash, pick } from '../../src/base/random/index.ts';
import { DAY, SECOND } from '../../src/base/time.ts';
import type { Course, Problem, Sequence } from '../course/course.ts';
import { sequencesOf } from '../course/sequences.ts';
import type { Learner } from '../learners/learner.ts';
import type { Mark, ProblemState } from '../learners/progress.ts';
import type { MarkedCheck } from '../model/platform.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import type { SessionContext } from '../model/session-context.ts';
import { exactly } from '../model/texts.ts';
import { isKeyed, isRightFor, wrongKey } from '../sessions/answers.ts';
import { tellForum } from '../sessions/session.ts';
import { goesOn, moment, numberOf, share, spell, type Incident, type Scene } from './incident.ts';

/** A part of a course, by the course's index, that is worked on at a time, and when it closes: microseconds since 1970. */
interface Open {
  readonly offering: number;
  readonly sequence: Sequence;
  readonly closes: number;
}

/** Homework of all courses that closes after the incident has begun, and, where it is asked, that is open by then. */
const homework = ({ courses, incident: { from } }: Scene, isOpen: boolean): Open[] =>
  courses.flatMap(({ offering: { course, start } }, offering) =>
    sequencesOf(course).flatMap(({ chapter, sequence }) => {
      const { due, timeLimit } = sequence;
      if (due === undefined || timeLimit !== undefined) return [];
      const closes = start + due * DAY;
      return closes <= from || (isOpen && start + chapter.release * DAY > from) ? [] : [{ offering, sequence, closes }];
    }),
  );

const problemsOf = ({ elements }: Sequence): readonly Problem[] => elements.flatMap(({ problems }) => problems);

/** A problem whose key is wrong. */
interface Wrong {
  readonly offering: number;
  readonly sequence: Sequence;
  readonly problem: Problem;
}

/** One of the problems that are worked on when the incident begins, whose answers do not depend on who asks; undefined where there is none. */
function wrongOne(scene: Scene): Wrong | undefined {
  const all = homework(scene, true).flatMap(({ offering, sequence }) =>
    problemsOf(sequence)
      .filter(({ randomized, inputs }) => !randomized && inputs.every(isKeyed))
      .map((problem) => ({ offering, sequence, problem })),
  );
  return all[hash(scene.plan.seed, scene.incident.id, 0) % all.length];
}

/** Marks by the right key. */
const regraded = ({ inputs }: Problem, { answers, marks }: ProblemState): Mark[] =>
  inputs.map((input, place) => {
    const right = isRightFor(input, answers[place]!);
    const mark = marks[place]!;
    return { ...mark, right, message: '', points: mark.points === null ? null : Number(right) };
  });

const isSolved = (marks: ProblemState['marks']): boolean => marks.every(({ right }) => right);

/** Seconds within which all are marked anew. */
const REGRADES = 300;

const COMPLAINTS = [
  'I am sure that my answer is right, and the grader says it is wrong. Can staff check the key?',
  'Anybody else whose right answer is not accepted in this problem?',
  'I have tried everything, and checked it by hand. I think the grader is wrong.',
  'Is there a mistake in the answer key? Three of us have the same result.',
] as const;

/** Somebody whose answers were marked by the wrong key: its last check. */
interface Misjudged {
  readonly visit: SessionContext;
  readonly check: MarkedCheck;
}

const wrongAnswerKey: Incident = {
  id: 'wrong-key',
  family: 'people',
  about:
    'An instructor has given a wrong key to a problem of the homework: right answers are marked wrong, and people try on, give up, or complain. Then it is corrected, and all that was marked by it is marked anew.',
  roles: {
    misjudged: 'whose answers were marked by the wrong key, otherwise than by the right one; regraded in the end',
    complains: 'tells the forum about it',
  },
  parameters: {
    ...spell(2.2, 60),
    complains: share('of those whose answer was right and marked wrong that complain', 0.3),
  },
  causes: [],
  begin(scene) {
    const { incident, plan } = scene;
    let known: Wrong | 'none' | undefined;
    const wrong = (): Wrong | undefined => {
      known ??= wrongOne(scene) ?? 'none';
      return known === 'none' ? undefined : known;
    };
    const isIt = ({ learner, now }: SessionContext, problem: Problem): boolean =>
      goesOn(scene, now) && wrong()?.offering === learner.offering && wrong()?.problem === problem;
    const judged = new Map<Learner, Misjudged>();
    const angry = new WeakSet<Learner>();
    const regrade = (learner: Learner, now: number): void => {
      const { visit, check } = judged.get(learner)!;
      const { problem, after, attempts } = check;
      const { solved, unsolved, kept } = learner.progress;
      const marks = regraded(problem, after);
      if (isSolved(marks)) {
        solved.add(problem.index);
        unsolved.delete(problem.index);
      } else if (solved.delete(problem.index)) unsolved.set(problem.index, { attempts, state: { ...after, marks } });
      kept.delete(problem.index);
      judged.delete(learner);
      angry.delete(learner);
      visit.now = now;
      scene.owns(visit, true);
      scene.courses[learner.offering]!.platform.regrade(visit, problem, wrong()!.sequence, marks);
      scene.owns(visit, false);
    };
    function* complaining(visit: Session, usual: Activity): Activity {
      yield* tellForum(visit, () => {
        angry.delete(visit.learner);
        scene.takesPart(visit.learner, 'complains');
        scene.owns(visit, true);
        visit.platform.post(visit, () => exactly(pick(visit.own('complaint', incident.id), COMPLAINTS)));
        scene.owns(visit, false);
      });
      yield* usual;
    }
    return {
      key: (visit, problem, input) => (isIt(visit, problem) ? wrongKey(input) : input),
      hands(visit, problem, check) {
        if (check === undefined || !isIt(visit, problem as Problem)) return undefined;
        const { learner } = visit;
        const marks = regraded(check.problem, check.after);
        if (marks.every(({ right }, place) => check.after.marks[place]!.right === right)) {
          judged.delete(learner);
          return undefined;
        }
        scene.takesPart(learner, 'misjudged');
        if (!judged.has(learner)) {
          const later = hash(plan.seed, `${incident.id}/regrade`, learner.number) % (REGRADES * SECOND);
          scene.at(incident.to + later, (now) => judged.has(learner) && regrade(learner, now));
        }
        judged.set(learner, { visit, check });
        if (isSolved(marks) && chance(visit.own('complains', incident.id), numberOf(scene, 'complains')))
          angry.add(learner);
        return 'changed';
      },
      comes: (visit, usual) => (angry.has(visit.learner) ? complaining(visit, usual) : undefined),
    };
  },
};

const deadlineMoved: Incident = {
  id: 'deadline-moved',
  family: 'people',
  about:
    'The next deadline of a course’s homework is moved to a later day: people who work towards it come later, and the rush before it moves.',
  roles: { reprieved: 'who solves homework and is there while the new deadline is ahead' },
  parameters: {
    ...moment(4),
    days: { about: 'by how many it is moved', unit: 'days', default: 3, least: 0.1, most: 100 },
  },
  causes: [],
  begin(scene) {
    const { from } = scene.incident;
    const later = numberOf(scene, 'days');
    let found: { offering: number; closed: number; closes: number; course: Course; moved: Set<Problem> } | undefined;
    const move = () => {
      if (found) return found;
      const ahead = homework(scene, false).toSorted((a, b) => a.closes - b.closes || a.offering - b.offering);
      const [next] = ahead;
      const offering = next?.offering ?? -1;
      const closed = next?.closes ?? Infinity;
      const moved = ahead.filter((each) => each.offering === offering && each.closes === closed);
      const sequences = moved.map(({ sequence }) => sequence);
      const { course } = scene.courses[Math.max(0, offering)]!.offering;
      const chapters = course.chapters.map((chapter) => ({
        ...chapter,
        sequences: chapter.sequences.map((sequence) =>
          sequences.includes(sequence) ? { ...sequence, due: sequence.due! + later } : sequence,
        ),
      }));
      found = {
        offering,
        closed,
        closes: closed + later * DAY,
        course: { ...course, chapters },
        moved: new Set(sequences.flatMap(problemsOf)),
      };
      return found;
    };
    return {
      course(learner, now) {
        if (now < from || learner.offering !== move().offering) return undefined;
        if (learner.solves && now < move().closes) scene.takesPart(learner, 'reprieved');
        return move().course;
      },
      hands({ now, learner }, what) {
        if (now < from || learner.offering !== move().offering || now < move().closed) return undefined;
        return move().moved.has(what as Problem) ? 'written' : undefined;
      },
    };
  },
};

export const teaching: readonly Incident[] = [wrongAnswerKey, deadlineMoved];
