/** How a task that takes a while is watched, and stopped. */
export interface TaskControl<Progress> {
  /** Stops it: its promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Is called now and then. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far a task is that knows how much there is to do. */
export interface ShareDone {
  readonly done: number;
  readonly all: number;
}
