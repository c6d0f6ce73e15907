import type { Entry } from './entry.test.support.ts';
import { Table, type MakeRule } from './rule.test.support.ts';

/** What somebody has done at the block of an essay. */
interface Essay {
  submission: string | undefined;
  /** Examples that were assessed as they should be. */
  examples: number;
  isScored: boolean;
  uploads: string[];
}

const EXAMPLES = 2;

/** Essays: handed in before anything else is done; examples before peers; a score once, by its author's request; files that were sent. */
export const essay: MakeRule = (complain) => {
  const essays = new Table<Essay>(() => ({ submission: undefined, examples: 0, isScored: false, uploads: [] }));
  const does: Record<string, (entry: Entry, mine: Essay) => void> = {
    'openassessmentblock.create_submission'(entry, mine) {
      const { submission_uuid, answer } = entry.payload;
      for (const name of answer.files_names ?? [])
        if (!mine.uploads.includes(name)) complain(entry, 'has a file that was not sent');
      mine.submission = submission_uuid;
    },
    'openassessment.student_training_assess_example'(entry, mine) {
      if (entry.payload.submission_uuid !== mine.submission) complain(entry, 'comes before one’s own essay');
      if (Object.keys(entry.payload.corrections).length === 0) mine.examples += 1;
    },
    'openassessmentblock.get_peer_submission'(entry, mine) {
      if (mine.examples < EXAMPLES) complain(entry, 'comes before the examples');
    },
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

/** Whoever changes a post, or takes it away, has written it, and it is still there. */
export const post: MakeRule = (complain) => {
  const authors = new Map<string, string>();
  return {
    see(entry) {
      const { type, username, payload } = entry;
      const what = /^edx\.forum\.(?:thread|response|comment)\.(created|edited|deleted)$/.exec(type)?.[1];
      if (!what) return;
      if (what === 'created') {
        if (authors.has(payload.id)) complain(entry, 'is there already');
        authors.set(payload.id, username);
      } else if (authors.get(payload.id) !== username)
        complain(entry, 'is of what somebody else has written, or nobody');
      if (what === 'deleted') authors.delete(payload.id);
    },
  };
};
