import type { Edit } from '../../src/archive/edit.ts';
import { UserError } from '../../src/base/user-error.ts';
import { FAULTS } from './index.ts';
import type { LabelFile } from './label-file.ts';
import type { Label } from './label.ts';

/** Changes that make an archive clean while it is read. */
export interface RepairPlan {
  /** Edits of the archive itself. */
  readonly archive: readonly Edit[];
  /** Edits of a daily file's text, by the file's name. */
  text(file: string): readonly Edit[];
  /** The clean line for one of a file, both with their newlines. */
  line?(file: string, text: string, number: number): string;
}

/** Plan for an archive that is clean. */
export const NO_REPAIR: RepairPlan = { archive: [], text: () => [] };

/** Edit that removes a line from a file to which it does not belong, its newline too. */
const takeOut = ({ offset, length }: Label): Edit => ({ offset, length, bytes: Buffer.alloc(0) });

/** Edit that puts such a line back to where it was. */
const putBack = ({ clean, from }: Label): Edit => ({
  offset: from!.offset,
  length: 0,
  bytes: Buffer.from(`${clean}\n`, 'latin1'),
});

/** Edit that puts the clean text where the broken one stands. */
const replace = ({ offset, length, clean }: Label): Edit => ({ offset, length, bytes: Buffer.from(clean!, 'latin1') });

interface LabelEdit extends Edit {
  /** The line of its label. */
  readonly number: number;
}

/** @throws UserError when two are of the same bytes */
function inOrder(path: string, edits: LabelEdit[]): Edit[] {
  edits.sort((a, b) => a.offset - b.offset);
  const [first, again] = edits.flatMap((edit, index) =>
    index > 0 && edit.offset < edits[index - 1]!.offset + edits[index - 1]!.length ? [edits[index - 1]!, edit] : [],
  );
  if (again)
    throw new UserError(
      `${path}:${again.number}: this label is of the same bytes as that of line ${first!.number}; make the run again`,
    );
  return edits;
}

/** Plan, by the labels of a server, that makes its archive clean again. */
export function repairPlan(labels: LabelFile, server: string): RepairPlan {
  const special = labels.special.filter((label) => label.server === server);
  const restorers = new Map(
    FAULTS.flatMap((fault) => (fault.scope === 'file' && fault.restore ? [[fault.id, fault.restore]] : [])),
  );
  const restored = new Map<string, (text: string, number: number) => string>();
  return {
    archive: inOrder(
      labels.path,
      special.flatMap(({ was = [], number }) =>
        was.map(({ offset, length, base64 }) => ({ offset, length, bytes: Buffer.from(base64, 'base64'), number })),
      ),
    ),
    text(file) {
      const own = labels.of(server, file);
      const back = special.filter(({ from }) => from?.file === file);
      for (const { fault } of own) if (restorers.has(fault)) restored.set(file, restorers.get(fault)!);
      const edits = own
        .filter(({ clean }) => clean !== null)
        .map((label) => ({ ...(label.from ? takeOut(label) : replace(label)), number: label.number }));
      return inOrder(labels.path, [...edits, ...back.map((label) => ({ ...putBack(label), number: label.number }))]);
    },
    line: (file, text, number) => restored.get(file)?.(text, number) ?? text,
  };
}
