import type { RuleId } from '../spec/index.ts';

/** Error of a file that cannot be read to its end, since it is cut short or damaged. */
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

/** Error of a file that is not read, since it goes beyond one of {@link BOUNDS}. */
export const beyond = (file: string, message: string): CorruptArchiveError =>
  new CorruptArchiveError(file, message, 'file-bounds');
