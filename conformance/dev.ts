import { AdapterSubject } from './adapter/adapter-subject.ts';
import { ParserSubject } from './in-process/parser-subject.ts';
import { run } from './runner/run.ts';
import { RightParser } from './sick/right.ts';

const [which, ...command] = process.argv.slice(2);
const subject = which === 'right' ? new ParserSubject(new RightParser(), 5000) : await AdapterSubject.start(command, { timeout: 5000, kit: 'edxgen/0.1.0' });
const only = process.env['ONLY']?.split(',');
const result = await run(subject, { seed: process.env['SEED'] ?? 'edxgen', ...(only && { only }) });
for (const { property, dialect, status, words, ms, failure, runs } of result.results) {
  if (status === 'passed' && !process.env['ALL']) continue;
  console.log(status, property.id, dialect, runs, `${ms.toFixed(0)} ms`, words, failure ? failure.mismatch.message : '');
  if (failure) {
    console.log(JSON.stringify(failure.mismatch.differences).slice(0, 600), failure.path, failure.shrinks, failure.mismatch.words ?? '');
    for (const { command } of failure.trial.steps) console.log('  ', command.cmd === 'parse' ? JSON.stringify(Buffer.concat(command.chunks).toString('latin1')).slice(0, 700) : command.bytes.length);
  }
}
console.log('ms', result.ms.toFixed(0), 'noise', result.noise, 'conforms', result.conforms, result.results.filter((r) => r.status === 'passed').length, 'of', result.results.length);
const slow = [...result.results].sort((a, b) => b.ms - a.ms).slice(0, 14);
if (process.env['SLOW']) console.log(slow.map((r) => `${r.property.id}/${r.dialect} ${r.ms.toFixed(0)}`).join('\n'), process.cpuUsage());
await subject.close();
