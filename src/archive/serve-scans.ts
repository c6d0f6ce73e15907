import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from '../base/failure.ts';
import type { Scanner } from './notes.ts';
import { readHere } from './read.ts';
import type { ScanMessage, ScanStart, ScanTask } from './scan-threads.ts';

/** Unit in which notes are counted, in bytes; how much is sent together, and how much may wait to be taken: who is further ahead waits. */
const UNIT = 1024;
const BATCH = 128;
const AHEAD = 32 * 1024;

/** What a thread does: it scans the files that it is told to, one after the other. */
export function serveScans<Task, Note>(scanner: Scanner<Task, Note>): void {
  const { taken } = workerData as ScanStart;
  let sent = 0;
  let notes: Note[] = [];
  let size = 0;
  const say = (message: ScanMessage<Note>) => parentPort!.postMessage(message);
  const send = (told?: number): void => {
    const units = Math.ceil(size / UNIT) + 1;
    say({ notes, size: units, ...(told !== undefined && { told }) });
    notes = [];
    size = 0;
    sent = (sent + units) | 0;
    for (;;) {
      const before = Atomics.load(taken, 0);
      if (((sent - before) | 0) < AHEAD) return;
      Atomics.wait(taken, 0, before);
    }
  };
  const tell = (note: Note, bytes: number): void => {
    notes.push(note);
    size += bytes;
    if (size >= BATCH * UNIT) send();
  };
  parentPort!.on('message', async ({ path, task, maxLine }: ScanTask) => {
    try {
      const scan = scanner(task as Task, tell);
      const told = await readHere({ path, run: '' }, scan, (read) => say({ read }), { maxLine });
      scan.end();
      send(told);
    } catch (error) {
      say({ failure: toFailure(error) });
    }
  });
}
