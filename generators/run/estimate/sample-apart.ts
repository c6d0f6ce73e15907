import { fork } from 'node:child_process';
import type { Sample } from './sample.ts';
import type { SamplerMessage, SamplerTask } from './sampler.ts';

/**
 * Takes a sample of a run in a process of its own.
 *
 * @param report is told of the error so far
 * @throws Error when the process fails, which has then said why on standard error
 */
export function sampleApart(task: SamplerTask, report: (error: number) => void): Promise<Sample> {
  const child = fork(new URL('./sampler.js', import.meta.url), {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  });
  child.send(task);
  // It would go on for some seconds without anybody to tell.
  const end = () => child.kill();
  process.once('exit', end);
  child.on('exit', () => process.off('exit', end));
  return new Promise((resolve, reject) => {
    child.on('message', (message: SamplerMessage) => {
      if ('sample' in message) resolve(message.sample);
      else report(message.error);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(new Error(`the process that takes the sample ended with ${code ?? signal}`)),
    );
  });
}
