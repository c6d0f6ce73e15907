import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { edited, type Edit } from '../../src/archive/edit.ts';
import { stream } from '../../src/base/random/index.ts';
import { fileChunks, FileDraft } from '../../src/store/folder.ts';
import type { LocalStore } from '../../src/store/store.ts';
import { labelsPiece, WORK } from '../../src/archive/file-names.ts';
import { JsonLines } from '../../src/store/json-lines.ts';
import type { ServerArchive } from '../../src/archive/write-server.ts';
import { shuffled, tooFew } from './choose-files.ts';
import type { ArchiveFault } from './fault.ts';
import { labelOf, type Label } from './label.ts';
import { viewTar, type TarMemberView, type TarView } from './tar-view.ts';

/** Edits by which one fault changes an archive. */
interface ArchiveChange {
  readonly fault: ArchiveFault;
  /** Null for the archive as a whole. */
  readonly member: TarMemberView | null;
  readonly edits: readonly Edit[];
}

interface Target {
  readonly tar: TarView;
  readonly member: TarMemberView;
}

type Wanted = readonly (readonly [ArchiveFault, number])[];

/** Chooses archives and members, and has each operator say what it replaces there. No target is chosen twice. */
function plan(seed: string, wanted: Wanted, tars: readonly TarView[]): Map<TarView, ArchiveChange[]> {
  const changes = new Map<TarView, ArchiveChange[]>(tars.map((tar) => [tar, []]));
  const taken = new Set<string>();
  const whole = tars.flatMap((tar) => tar.members.slice(-1).map((member) => ({ tar, member })));
  const members = tars.flatMap((tar) => tar.members.map((member) => ({ tar, member })));
  const keyOf = ({ tar, member }: Target) => `${tar.server}:${tar.members.indexOf(member)}`;
  for (const [fault, count] of wanted.toSorted(([a], [b]) => Number(b.target === 'tar') - Number(a.target === 'tar'))) {
    const isWhole = fault.target === 'tar';
    let found = 0;
    for (const target of shuffled(seed, fault.id, isWhole ? whole : members)) {
      if (found === count) break;
      const { tar, member } = target;
      const edits = taken.has(keyOf(target))
        ? undefined
        : fault.break(tar, member, stream(seed, 'fault', fault.id, keyOf(target)));
      if (!edits) continue;
      taken.add(keyOf(target));
      changes.get(tar)!.push({ fault, member: isWhole ? null : member, edits });
      found += 1;
    }
    if (found < count) throw tooFew(fault.id, count, found, isWhole ? 'archive' : 'daily file');
  }
  return changes;
}

/** Order of edits: what is put between two members comes before what changes the second. */
const byOffset = (a: Edit, b: Edit): number => a.offset - b.offset || a.length - b.length;

/** Labels of an archive's changes; their offsets are those in the broken archive. */
function labelsOf(tar: TarView, changes: readonly ArchiveChange[]): Label[] {
  let shift = 0;
  return changes.map(({ fault, member, edits }) => {
    const was = edits.map(({ offset, length, bytes }) => {
      const part = {
        offset: offset + shift,
        length: bytes.length,
        base64: tar.read(offset, length).toString('base64'),
      };
      shift += bytes.length - length;
      return part;
    });
    const { offset } = was[0]!;
    const { offset: from, length } = was.at(-1)!;
    const name = member === null ? null : (fault.shows?.(member) ?? member.name);
    const file = name?.startsWith(`${tar.server}/`) ? name.slice(tar.server.length + 1) : name;
    return {
      server: tar.server,
      file,
      line: null,
      offset,
      length: from + length - offset,
      ...labelOf(fault),
      clean: null,
      was,
    };
  });
}

/** Writes an archive anew with its edits, while it has another name; gives its size and its hash. */
async function writeEdited(
  path: string,
  clean: string,
  edits: readonly Edit[],
): Promise<{ bytes: number; sha256: string }> {
  renameSync(path, clean);
  const file = new FileDraft(path);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of edited(fileChunks(clean), edits)) {
    file.write(chunk);
    hash.update(chunk);
    bytes += chunk.length;
  }
  file.close();
  rmSync(clean);
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Lets archive operators act on a finished run.
 *
 * @param store where the archives are drafts
 * @throws UserError when there are too few archives or daily files
 */
export async function breakArchives(
  seed: string,
  store: LocalStore,
  wanted: Wanted,
  archives: readonly ServerArchive[],
): Promise<ServerArchive[]> {
  if (wanted.length === 0) return [...archives];
  const files = archives.map(({ name }) => openSync(store.draftPath(name), 'r'));
  try {
    const tars = archives.map(({ server }, index) => viewTar(server, files[index]!));
    const planned = plan(seed, wanted, tars);
    const broken: ServerArchive[] = [];
    for (const [index, { server, name, archive }] of archives.entries()) {
      const tar = tars[index]!;
      const changes = planned.get(tar)!.toSorted(({ edits: [a] }, { edits: [b] }) => byOffset(a!, b!));
      if (changes.length === 0) {
        broken.push({ server, name, archive });
        continue;
      }
      const labels = new JsonLines(new FileDraft(store.path(labelsPiece(server)), 'a'));
      for (const label of labelsOf(tar, changes)) labels.write(label);
      labels.close();
      const written = await writeEdited(
        store.draftPath(name),
        store.draftPath(`${WORK}${name}.whole`),
        changes.flatMap(({ edits }) => edits),
      );
      broken.push({ server, name, archive: { ...written, files: archive.files } });
    }
    return broken;
  } finally {
    for (const file of files) closeSync(file);
  }
}
