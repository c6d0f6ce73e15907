import { UserError } from '../src/user-error.ts';

/**
 * A signal that says when the user wants to stop.
 *
 * @param left what is there then
 */
export function interruption(left: string): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => controller.abort(new UserError(`stopped by ${signal}; ${left}`)));
  }
  return controller.signal;
}
