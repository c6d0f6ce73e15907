import { EARLY_DIALECTS, type Dialect } from '../../../src/spec/index.ts';
import type { Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';

/** A right parser with one mistake. */
export interface Mutant {
  readonly id: string;
  /** Id of the property that must fail. */
  readonly property: string;
  /** What it does wrong, in one sentence. */
  readonly mistake: string;
  /** The dialects in which the mistake shows. */
  readonly dialects: readonly Dialect[];
  /** A fresh one. */
  readonly parser: () => ReferenceParser;
}

/** Mistakes by id: the property that must fail, the mistake, the parser, and the dialect when it shows in one only. */
export type Mistakes = Readonly<
  Record<string, readonly [property: string, mistake: string, parser: new () => ReferenceParser, dialect?: Dialect]>
>;

export const mutants = (mistakes: Mistakes): Mutant[] =>
  Object.entries(mistakes).map(([id, [property, mistake, Mutated, dialect]]) => {
    const dialects = dialect ? [dialect] : EARLY_DIALECTS;
    const parser = () => Object.assign(new Mutated(), { name: id, dialects });
    return { id, property, mistake, dialects, parser };
  });

/** A parser that does something to every string it reads. */
export const changingStrings = (how: (text: string) => Json): new () => ReferenceParser =>
  class extends ReferenceParser {
    override parseJson(text: string): Json {
      return JSON.parse(text, (_, value: Json) => (typeof value === 'string' ? how(value) : value));
    }
  };

/** A parser that does something to a line's common fields before it reads them. */
export const changingField = (field: string, how: (value: Json) => Json): new () => ReferenceParser =>
  class extends ReferenceParser {
    override makeRecord(
      ...[line, dialect]: Parameters<ReferenceParser['makeRecord']>
    ): ReturnType<ReferenceParser['makeRecord']> {
      return super.makeRecord(field in line ? { ...line, [field]: how(line[field]) } : line, dialect);
    }
  };
