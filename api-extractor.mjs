// Rolls the declarations of each entry point up into one file, and holds the public API to the reports in docs/api: where CI
// is set a report that is behind fails, elsewhere it is written anew.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { ENTRIES } from './entries.mjs';

let right = true;

for (const [name, entry] of Object.entries(ENTRIES)) {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: `${import.meta.dirname}/package.json`,
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: import.meta.dirname,
      mainEntryPointFilePath: `<projectFolder>/build/${entry}.d.ts`,
      compiler: { tsconfigFilePath: '<projectFolder>/tsconfig.json' },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: '<projectFolder>/docs/api/',
        reportTempFolder: '<projectFolder>/build/types/',
      },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: `<projectFolder>/dist/types/${name}.d.ts` },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: 'warning' } },
        extractorMessageReporting: {
          default: { logLevel: 'warning' },
          'ae-missing-release-tag': { logLevel: 'none' },
          'ae-undocumented': { logLevel: 'none' },
          'ae-unresolved-link': { logLevel: 'none' },
          'ae-forgotten-export': { logLevel: 'warning', addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  right &&= Extractor.invoke(config, { localBuild: !process.env.CI, showVerboseMessages: false }).succeeded;
}
process.exitCode = right ? 0 : 1;
