import type { Edit } from '../../src/archive/edit.ts';
import { UserError } from '../../src/base/user-error.ts';
import { FAULTS } from './index.ts';
import type { LabelFile } from './label-file.ts';
import type { Label } from './label.ts';
import type { Mending } from './rewrite.ts';

/** Takes a line that lies in the wrong place out, its newline too. */
const takeOut = ({ offset, length }: Label): Edit => ({ offset, length, bytes: Buffer.alloc(0) });

/** Puts it back to where it was. */
const putBack = ({ clean, from }: Label): Edit => ({
  offset: from!.offset,
  length: 0,
  bytes: Buffer.from(`${clean}\n`, 'latin1'),
});

const inPlace = ({ offset, length, clean }: Label): Edit => ({ offset, length, bytes: Buffer.from(clean!, 'latin1') });

interface LabelEdit extends Edit {
  /** The line of its label. */
  readonly number: number;
}

/** @throws UserError when two are of the same bytes */
function inOrder(path: string, edits: LabelEdit[]): Edit[] {
  edits.sort((a, b) => a.offset - b.offset);
  const [first, again] = edits.flatMap((edit, place) =>
    place > 0 && edit.offset < edits[place - 1]!.offset + edits[place - 1]!.length ? [edits[place - 1]!, edit] : [],
  );
  if (again)
    throw new UserError(
      `${path}:${again.number}: this label is of the same bytes as that of line ${first!.number}; make the run again`,
    );
  return edits;
}

/** What the labels of a server say of how to make its archive clean again. */
export function mendingOf(labels: LabelFile, server: string): Mending {
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
        .map((label) => ({ ...(label.from ? takeOut(label) : inPlace(label)), number: label.number }));
      return inOrder(labels.path, [...edits, ...back.map((label) => ({ ...putBack(label), number: label.number }))]);
    },
    line: (file, text, number) => restored.get(file)?.(text, number) ?? text,
  };
}
