import type { Behaviour } from './behaviour.ts';
import type { PresetName } from './preset-names.ts';
import { PRESET_FILES } from './presets.precomputed.ts';

type Mapping = { readonly [key: string]: unknown };

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Mappings merged, all the way down; anything else replaces what was there. Keys keep the base's order. */
function merge(base: Mapping, change: Mapping): Mapping {
  const changed = Object.entries(change).map(([key, value]) => {
    const before = base[key];
    return [key, isMapping(before) && isMapping(value) ? merge(before, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(changed) };
}

/** A whole behaviour, of the caller's own: what a file says on top of the preset that it names. */
export function onPreset({ preset, ...change }: Mapping, fallback?: PresetName): Mapping {
  const base = (preset as PresetName | undefined) ?? fallback;
  return base === undefined ? change : merge(onPreset(structuredClone(PRESET_FILES[base])), change);
}

/** The behaviour of a preset. A test keeps presets true to their schema; to check it here would cost every start its time. */
export const loadPreset = (name: PresetName): Behaviour => onPreset({ preset: name }) as unknown as Behaviour;
