/** Progress and signal of a task that takes a while. */
export interface TaskControl<Progress> {
  /** Stops it: its promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the progress, now and then. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A task that puts lines together which wait in pieces. */
export interface MergeControl {
  /** Called with the bytes that have been put together, now and then; only of logs that all servers write to. */
  readonly onMerged?: ((merged: ShareDone) => void) | undefined;
}

/** Progress of a task that knows how much there is to do. */
export interface ShareDone {
  readonly done: number;
  readonly all: number;
}
