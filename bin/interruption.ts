import { Stopped, whenStopped } from './exit.ts';

/**
 * A signal that says when the user wants to stop.
 *
 * @param left what is there then
 */
export function interruption(left: string): AbortSignal {
  const controller = new AbortController();
  whenStopped((signal) => controller.abort(new Stopped(signal, left)));
  return controller.signal;
}
