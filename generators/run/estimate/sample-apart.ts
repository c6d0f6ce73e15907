import { fork } from 'node:child_process';
import type { TaskControl } from '../../../src/base/task.ts';
import type { Sample } from './sample.ts';
import type { SamplerMessage, SamplerTask } from './sampler.ts';

/** How a sample is watched: by how sure it is so far. */
export type SamplingControl = TaskControl<{ readonly standardError: number }>;

/**
 * Takes a sample of a run in a process of its own.
 *
 * @throws Error when the process fails, which has then said why on standard error; the signal's reason
 */
export function sampleApart(task: SamplerTask, { signal, onProgress }: SamplingControl): Promise<Sample> {
  signal?.throwIfAborted();
  const child = fork(new URL('./sampler.js', import.meta.url), {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
    signal,
  });
  child.send(task);
  // It would go on for some seconds without anybody to tell.
  const end = () => child.kill();
  process.once('exit', end);
  child.on('exit', () => process.off('exit', end));
  return new Promise((resolve, reject) => {
    child.on('message', (message: SamplerMessage) => {
      if ('sample' in message) resolve(message.sample);
      else onProgress?.({ standardError: message.error });
    });
    child.on('error', (error) => reject(signal?.aborted ? (signal.reason as Error) : error));
    child.on('exit', (code, killer) =>
      reject(new Error(`the process that takes the sample ended with ${code ?? killer}`)),
    );
  });
}
