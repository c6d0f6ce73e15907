/** Progress and signal of a task that takes a while. */
export interface TaskControl<Progress> {
  /** Stops it: its promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the progress, now and then. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Progress of a task that knows how much there is to do. */
export interface ShareDone {
  readonly done: number;
  readonly all: number;
}
