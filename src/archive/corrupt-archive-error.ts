import type { RuleId } from '../spec/index.ts';

/** Something in a file that keeps it from being read to its end. */
export class CorruptArchiveError extends Error {
  override readonly name = 'CorruptArchiveError';
  /** The file that is damaged, as people would name it; of nested ones the one in which the damage lies. */
  readonly file: string;
  readonly rule: RuleId;

  /** @param message what is wrong, to be read after the file's name */
  constructor(file: string, message: string, rule: RuleId = 'file-archive') {
    super(message);
    this.file = file;
    this.rule = rule;
  }
}

/** What goes beyond one of BOUNDS, and is not read for that. */
export const beyond = (file: string, message: string): CorruptArchiveError =>
  new CorruptArchiveError(file, message, 'file-bounds');
