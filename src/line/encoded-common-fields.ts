import { dumps } from './dumps.ts';
import { quotePython } from './quote.ts';
import type { CommonFields } from './record.ts';

/** Name of a common field. */
export type CommonField = keyof CommonFields;

const COMMON: ReadonlySet<string> = new Set<CommonField>([
  'username',
  'session',
  'ip',
  'agent',
  'page',
  'host',
  'referer',
  'accept_language',
  'context',
]);

export const isCommon = (field: string): field is CommonField => COMMON.has(field);

/** Common fields that follow each other in lines of some kind. */
const RUNS: (readonly CommonField[])[] = [];

/** Whether a field's text stands in one run with the next: a context is another in each line, all else stays for many. */
export const areOfOneRun = (field: CommonField, next: CommonField): boolean =>
  field !== 'context' && next !== 'context';

/** Whether the text of a run is the same on all pages and in all requests. */
const isLasting = (index: number): boolean => !RUNS[index]!.some((field) => field === 'page' || field === 'context');

/** The index of fields that follow each other, by which {@link EncodedCommonFields} keeps their text. */
export function runIndex(fields: readonly CommonField[]): number {
  const known = RUNS.findIndex((run) => run.join() === fields.join());
  return known < 0 ? RUNS.push(fields) - 1 : known;
}

/** Common fields, quoted and joined once for the many lines that share them: to do it for each line takes a third of its time. */
export class EncodedCommonFields {
  readonly fields: CommonFields;
  /** Texts of fields that follow each other, names and all, by {@link runIndex}; those that were asked for. */
  readonly runs: (string | undefined)[] = [];
  /** Those of them that last, which are the same in all that are like these. */
  readonly #lasting: (string | undefined)[];
  readonly #quoted: Partial<Record<CommonField, string>>;

  /** @param like common fields that are the same otherwise, and so need no quoting: only page, session and context may differ */
  constructor(fields: CommonFields, like?: EncodedCommonFields) {
    this.fields = fields;
    this.#quoted = like ? like.#quoted : {};
    this.#lasting = like && like.fields.session === fields.session ? like.#lasting : [];
  }

  /** The same on another page, with another session. */
  on(page: string | null, session?: string): EncodedCommonFields {
    const { username, ip, agent, host } = this.fields;
    return new EncodedCommonFields({ username, session, ip, agent, page, host }, this);
  }

  /** The same but for some, of a line of the current dialect. */
  with(changes: Pick<CommonFields, 'context'> & Partial<Pick<CommonFields, 'page' | 'session'>>): EncodedCommonFields {
    return new EncodedCommonFields({ ...this.fields, ...changes }, this);
  }

  /** The text of a run of fields; a session that is undefined is left out. */
  joined(index: number): string {
    const known = this.#lasting[index];
    if (known !== undefined) return (this.runs[index] = known);
    const texts: string[] = [];
    for (const field of RUNS[index]!)
      if (field !== 'session' || this.fields.session !== undefined) texts.push(`"${field}": ${this.#quote(field)}`);
    // Unlike what + gives, join's text is one flat string, which many lines are then made of.
    const text = texts.join(', ');
    if (isLasting(index)) this.#lasting[index] = text;
    return (this.runs[index] = text);
  }

  #quote(field: CommonField): string {
    if (field === 'context') return dumps(this.fields.context ?? {});
    const value = this.fields[field];
    if (field === 'page') return value === null ? 'null' : quotePython(value!);
    if (field === 'session') return quotePython(value!);
    return (this.#quoted[field] ??= quotePython(value ?? ''));
  }
}
