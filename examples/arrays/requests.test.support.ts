/** The example files, and the compiler as the judge whether Kubernetes and AWS Batch take them, by their published types. */
import type { RegisterJobDefinitionRequest, SubmitJobRequest } from '@aws-sdk/client-batch';
import type { Job } from 'kubernetes-types/batch/v1.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

/** The documents of kubernetes.yaml. */
export type KubernetesJobs = readonly [shares: Job, merge: Job];

/** aws-batch.json: the requests of its command line. */
export interface BatchRequests {
  readonly definition: RegisterJobDefinitionRequest;
  readonly shares: SubmitJobRequest;
  readonly merge: SubmitJobRequest;
}

const textOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
export const kubernetes = parseAllDocuments(textOf('kubernetes.yaml')).map((document) =>
  document.toJS(),
) as unknown as KubernetesJobs;
export const batch = JSON.parse(textOf('aws-batch.json')) as BatchRequests;

// It need not exist: only its text is compiled, as if it stood beside this file.
const FILE = fileURLToPath(new URL('request.ts', import.meta.url));
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: ['node'],
};

let text = '';
const host = ts.createCompilerHost(OPTIONS);
const read = host.getSourceFile;
const declarations = new Map<string, ts.SourceFile | undefined>();
host.getSourceFile = (name, language) => {
  if (name === FILE) return ts.createSourceFile(name, text, language);
  if (!declarations.has(name)) declarations.set(name, read(name, language));
  return declarations.get(name);
};

/** What the compiler says against a value as a literal of a type: keys that are unknown or missing, values of other types. */
export function refusals(type: 'KubernetesJobs' | 'BatchRequests', value: unknown): string[] {
  text = `import type { ${type} } from './requests.test.support.ts';\nexport const value: ${type} = ${JSON.stringify(value, null, 1)};\n`;
  const program = ts.createProgram([FILE], OPTIONS, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(FILE))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
