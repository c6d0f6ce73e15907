/** How people behave: files of these names in presets/. */
export const PRESETS = ['mooc-2012', 'small-class', 'campus'] as const;

export type PresetName = (typeof PRESETS)[number];

/** How people behave where nobody says so. */
export const DEFAULT_PRESET: PresetName = 'mooc-2012';
