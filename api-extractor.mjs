// Rolls the declarations of each entry point up into one file, and holds the public API to the reports in docs/api: where CI
// is set a report that is behind fails, elsewhere it is written anew.
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { ENTRIES } from './entries.mjs';

const configs = Object.entries(ENTRIES).map(([name, entry]) =>
  ExtractorConfig.prepare({
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
  }),
);

// One program of the compiler's serves all of them.
const compilerState = CompilerState.create(configs[0], {
  additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
});
const right = configs.every(
  (config) =>
    Extractor.invoke(config, { compilerState, localBuild: !process.env.CI, showVerboseMessages: false }).succeeded,
);
process.exitCode = right ? 0 : 1;
