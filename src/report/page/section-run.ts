import { quoted } from '../../base/printable.ts';
import type { RunManifest } from '../../validation/run-manifest.ts';
import { name, section } from './figure.ts';
import { html, type Markup } from './html.ts';

const flag = (option: string): string => `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** An option as a command line has it; nothing for one that was not given, such as a share of faults of 0. */
function words(option: string, value: unknown): string[] {
  if (!/^[a-z][A-Za-z]*$/.test(option)) return [];
  if (value === 0) return [];
  if (value === true) return [flag(option)];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => words(option, item));
  return typeof value === 'string' || typeof value === 'number' ? [flag(option), quoted(String(value))] : [];
}

/** The command that makes the same files again, in parts that are better not broken. */
export const reproduction = ({ options }: RunManifest): string[] =>
  ['edxgen generate', ...Object.entries(options).map(([option, value]) => words(option, value).join(' '))].filter(
    (part) => part !== '',
  );

const shown = (value: unknown): string =>
  value === null ? 'not set' : typeof value === 'string' ? value : JSON.stringify(value);

/** How the logs were made, and can be made again; or that nobody knows. */
export function runSection(manifest: RunManifest | undefined): Markup {
  if (!manifest)
    return section('run', 'The run', 'There is no manifest of edxgen beside these logs: they are taken as they are.');
  const { edxgen, options } = manifest;
  const file = ['course', 'behaviour'].find((option) => typeof options[option] === 'string');
  return section(
    'run',
    'The run',
    html`Made by edxgen ${edxgen}. The same version makes the same lines again${file !== undefined && `, given the same ${file} file`}:`,
    html`<pre tabindex="0"><code>${reproduction(manifest).map((part) => html`<span>${part}</span> `)}</code></pre><div class="scroll" tabindex="0" role="region" aria-label="Options of the run"><table><thead><tr><th scope="col">Option</th><th scope="col">Value</th></tr></thead><tbody>${Object.entries(options).map(([option, value]) => html`<tr><th scope="row">${name(option)}</th><td>${name(shown(value))}</td></tr>`)}</tbody></table></div>`,
  );
}
