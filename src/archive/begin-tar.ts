import type { Draft, Store } from '../store/store.ts';
import { StreamedTar, TarFile, type TarOutput } from './write-tar.ts';

/** A tar that is being written, and its draft, of which a folder's needs no care. */
export interface BegunTar extends Partial<Pick<Draft, 'ready' | 'done'>> {
  readonly tar: TarOutput;
}

/** Begins a tar, a draft of a store. */
export function beginTar(store: Store, name: string): BegunTar {
  if (store.local) return { tar: new TarFile(store.local.draftPath(name)) };
  const draft = store.draft(name);
  return { tar: new StreamedTar(draft), ready: () => draft.ready(), done: () => draft.done() };
}
