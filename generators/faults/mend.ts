import type { Edit } from '../../src/archive/edit.ts';
import { FAULTS } from './index.ts';
import type { LabelFile } from './label-file.ts';
import type { Label } from './label.ts';
import type { Mending } from './rewrite.ts';

/** Takes a line that lies in the wrong place out, its newline too. */
const takeOut = ({ offset, length }: Label): Edit => ({ offset, length, bytes: Buffer.alloc(0) });

/** Puts it back to where it was. */
const putBack = ({ clean, from }: Label): Edit => ({ offset: from!.offset, length: 0, bytes: Buffer.from(`${clean}\n`, 'latin1') });

const inPlace = ({ offset, length, clean }: Label): Edit => ({ offset, length, bytes: Buffer.from(clean!, 'latin1') });

const inOrder = (edits: Edit[]): Edit[] => edits.sort((a, b) => a.offset - b.offset);

/** What the labels of a server say of how to make its archive clean again. */
export function mendingOf(labels: LabelFile, server: string): Mending {
  const special = labels.special.filter((label) => label.server === server);
  const restorers = new Map(FAULTS.flatMap((fault) => (fault.scope === 'file' && fault.restore ? [[fault.id, fault.restore]] : [])));
  const restored = new Map<string, (text: string, number: number) => string>();
  return {
    archive: inOrder(special.flatMap(({ was = [] }) => was.map(({ offset, length, base64 }) => ({ offset, length, bytes: Buffer.from(base64, 'base64') })))),
    text(file) {
      const own = labels.of(server, file);
      const back = special.filter(({ from }) => from?.file === file);
      for (const { fault } of own) if (restorers.has(fault)) restored.set(file, restorers.get(fault)!);
      const edits = own.filter(({ clean }) => clean !== null).map((label) => (label.from ? takeOut(label) : inPlace(label)));
      return inOrder([...edits, ...back.map(putBack)]);
    },
    line: (file, text, number) => restored.get(file)?.(text, number) ?? text,
  };
}
