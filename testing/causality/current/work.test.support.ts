import type { Entry } from './entry.test.support.ts';
import { Table, type MakeRule } from './rule.test.support.ts';

/** What somebody has done at the block of an essay. */
interface Essay {
  submission: string | undefined;
  /** Examples that were assessed as they should be. */
  examples: number;
  /** The essay that was given to assess and is not assessed yet, and all that were assessed. */
  given: string | undefined;
  readonly assessed: Set<string>;
  isScored: boolean;
  uploads: string[];
}

const EXAMPLES = 3;

/**
 * Essays: handed in before anything else is done; examples before peers; others' once each, and when they are there; a score once, by its author's
 * request; files that were sent.
 */
export const essay: MakeRule = (complain) => {
  const essays = new Table<Essay>(() => ({
    submission: undefined,
    examples: 0,
    given: undefined,
    assessed: new Set(),
    isScored: false,
    uploads: [],
  }));
  /** At which blocks essays were handed in, by id. */
  const handedIn = new Map<string, string>();

  function give(entry: Entry, mine: Essay): void {
    const { submission_returned_uuid: id, item_id } = entry.payload;
    if (id === mine.submission) complain(entry, 'is one’s own essay');
    if (mine.assessed.has(id)) complain(entry, 'was assessed already');
    if ((mine.given ?? id) !== id) complain(entry, 'is given before the last one is assessed');
    if (!handedIn.has(id)) complain(entry, 'was not handed in');
    else if (handedIn.get(id) !== item_id) complain(entry, 'is of another task');
    mine.given = id;
  }

  const assess = (entry: Entry, mine: Essay): void => {
    if (entry.payload.submission_uuid !== mine.given) complain(entry, 'is of another essay than was given');
    mine.assessed.add(entry.payload.submission_uuid);
    mine.given = undefined;
  };
  const does: Record<string, (entry: Entry, mine: Essay) => void> = {
    'openassessmentblock.create_submission'(entry, mine) {
      const { submission_uuid, answer } = entry.payload;
      for (const name of answer.files_names ?? [])
        if (!mine.uploads.includes(name)) complain(entry, 'has a file that was not sent');
      if (handedIn.has(submission_uuid)) complain(entry, 'was there already');
      handedIn.set(submission_uuid, entry.module!);
      mine.submission = submission_uuid;
    },
    'openassessment.student_training_assess_example'(entry, mine) {
      if (entry.payload.submission_uuid !== mine.submission) complain(entry, 'comes before one’s own essay');
      if (Object.keys(entry.payload.corrections).length === 0) mine.examples += 1;
    },
    'openassessmentblock.get_peer_submission'(entry, mine) {
      if (mine.examples < EXAMPLES) complain(entry, 'comes before the examples');
      give(entry, mine);
    },
    'openassessmentblock.get_submission_for_staff_grading': give,
    'openassessmentblock.peer_assess': assess,
    'openassessmentblock.staff_assess': assess,
    'openassessmentblock.self_assess'(entry, mine) {
      if (entry.payload.submission_uuid !== mine.submission) complain(entry, 'is of another’s essay');
    },
    'edx.grades.problem.submitted'(entry, mine) {
      if (mine.submission === undefined) complain(entry, 'is of what was not handed in');
      if (mine.isScored) complain(entry, 'is given twice');
      mine.isScored = true;
    },
  };
  return {
    see(entry) {
      const { type, username, module, page, payload } = entry;
      if (type === 'openassessment.upload_file') essays.at(`${username} files`).uploads.push(payload.fileName);
      if (!module?.includes('+type@openassessment+') || page === undefined) return;
      const mine = essays.at(`${username} ${module}`);
      mine.uploads = essays.at(`${username} files`).uploads;
      does[type]?.(entry, mine);
    },
  };
};

/** What is told of a post as it is written. */
interface Written {
  readonly username: string;
  readonly title: string | undefined;
  readonly topic: string;
}

/**
 * Whoever changes a post, or takes it away, has written it, and it is still there; others come upon it as it is, and while it is there. Of what was
 * written before the log, or by people that it does not know, nothing can be said.
 */
export const post: MakeRule = (complain) => {
  const posts = new Map<string, Written | 'gone'>();
  const outside = new Set<string>();

  function refer(entry: Entry, id: string, isWhole: boolean): void {
    const { payload } = entry;
    const found = posts.get(id);
    if (found === undefined) return void outside.add(id);
    if (found === 'gone') return complain(entry, 'is about what is gone');
    if (found.topic !== payload.commentable_id) complain(entry, 'is about what stands elsewhere');
    if (isWhole && (payload.target_username ?? found.username) !== found.username)
      complain(entry, 'is about what somebody else has written');
    if (isWhole && (payload.title ?? found.title) !== found.title) complain(entry, 'has another title');
  }

  return {
    see(entry) {
      const { type, username, payload } = entry;
      const what = /^edx\.forum\.(?:thread|response|comment)\.(\w+)$/.exec(type)?.[1];
      if (!what) return;
      const { id, discussion, response, title, commentable_id: topic } = payload;
      if (discussion) refer(entry, discussion.id, false);
      if (response) refer(entry, response.id, false);
      const found = posts.get(id);
      if (what === 'created') {
        if (found || outside.has(id)) complain(entry, 'is there already');
        posts.set(id, { username, title, topic });
      } else if (/^(edited|deleted)$/.test(what)) {
        if (found === undefined || found === 'gone' || found.username !== username)
          complain(entry, 'is of what somebody else has written, or nobody');
        if (what === 'deleted') posts.set(id, 'gone');
      } else refer(entry, id, true);
    },
  };
};
