import { sourceOf, type LineFault } from '../../generators/faults/fault.ts';
import { LINE_FAULTS } from '../../generators/faults/index.ts';
import { validateLine } from '../../src/line/index.ts';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { brokenBy, type MalformedLine } from '../inputs/broken-by.ts';
import { mustReject, either, mustAccept, log, type Item } from '../inputs/compose.ts';
import { linesOf } from '../subjects/lines.ts';
import type { TrialProperty } from './property.ts';

/** The lines that stand for a broken one. Where they are several, the validator tells which of them are broken. */
function items({ fault, clean, bytes }: MalformedLine, dialect: Dialect): Item[] {
  const [only, ...others] = linesOf([bytes]);
  if (fault.verdict === 'accept') return [meaning(clean, bytes)];
  if (only && others.length === 0) return [mustReject(only)];
  return linesOf([bytes]).map((line) => {
    if (line.length === 0) return either(line);
    return validateLine(line.toString('latin1'), dialect).length > 0 ? mustReject(line) : either(line);
  });
}

/** What means the same as a clean line; its event may stand there in another spelling. */
function meaning(clean: MalformedLine['clean'], bytes: Uint8Array): Item {
  const { expected } = mustAccept(clean, { about: ['fields', 'event'], text: Buffer.from(bytes).toString() });
  const { event: _, ...truth } = expected.truth!;
  return { bytes, expected: { ...expected, truth } };
}

const statement = ({ verdict, wording }: LineFault): string =>
  verdict === 'accept' ? `Accepted, with the same meaning: ${wording}` : `Refused: ${wording}`;

const strictOf = (fault: LineFault): TrialProperty => ({
  id: `strict-${fault.id}`,
  level: 'must',
  depth: 'strict',
  statement: statement(fault),
  source: sourceOf(fault),
  dialects: fault.dialects ?? DIALECTS,
  ...(fault.onlyNamed && { costly: true }),
  trials(dialect) {
    const broken = brokenBy(fault, dialect);
    if (!broken) throw new Error(`${fault.id} breaks no ${dialect} line that the kit draws`);
    // What a parser makes of a line that it should have refused is not the question, and may be too deep to be told.
    const want = fault.verdict === 'reject' ? 'verdicts' : 'records';
    return broken.map((line) => ({ steps: [log(dialect, items(line, dialect), { want })] }));
  },
});

/** One property for each operator that says what a parser must do with its lines; those that add lines leave the line as it is. */
export const strict: readonly TrialProperty[] = LINE_FAULTS.filter(({ verdict, adds }) => verdict !== 'either' && !adds)
  .map(strictOf)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
