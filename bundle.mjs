// Bundles what the package publishes into dist: a program that loads a few files starts several times sooner than one that
// loads a thousand. What stays outside are fast-check, whose types are part of the public ones, and the optional client of S3.
import { chmodSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { ENTRIES } from './entries.mjs';

/** Files below dist, and what they are made of; workers and the chunks that start them lie in one folder. */
const FILES = {
  'bin/edxgen': 'bin/edxgen',
  ...ENTRIES,
  'chunks/worker': 'generators/run/worker',
  'chunks/packer': 'generators/run/packer',
  'chunks/sampler': 'generators/run/estimate/sampler',
  'chunks/validate-thread': 'src/validation/validate-thread',
  'chunks/gather-thread': 'src/report/statistics/gather-thread',
  'examples/adapters/adapter': 'examples/adapters/adapter',
};

/** Modules x.precomputed.js export plain data: it is computed here, and the bundle holds what came of it. */
const precomputed = {
  name: 'precomputed',
  load: {
    filter: { id: /\.precomputed\.js$/ },
    async handler(id) {
      const values = Object.entries(await import(pathToFileURL(id).href));
      return values
        .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`)
        .join('');
    },
  },
};

/** The licence of every package that a bundle holds a part of. */
const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const packages = new Set(
      modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []),
    );
    const texts = [...packages].sort().map((folder) => {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = readFileSync(`${folder}/${file ?? 'README.md'}`, 'utf8');
      const licence = file === undefined ? /^licen[cs]e[^]*/im.exec(text)?.[0] : text;
      if (licence === undefined) this.error(`${name} is bundled, and does not say its licence`);
      return `${name} ${version}\n\n${licence.trim()}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
  },
};

// Names of chunks change with what they hold. The public types beside them stay: another command makes them.
rmSync('dist/chunks', { recursive: true, force: true });
await build({
  input: Object.fromEntries(Object.entries(FILES).map(([file, source]) => [file, `build/${source}.js`])),
  platform: 'node',
  external: ['fast-check', '@aws-sdk/client-s3'],
  plugins: [precomputed, licences],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});

chmodSync('dist/bin/edxgen.js', 0o755);
