/** The kinds of learner. Visitors never log in; staff grade essays. */
export const KIND_NAMES = ['sampler', 'disengager', 'auditor', 'completer', 'visitor', 'staff'] as const;

export type KindName = (typeof KIND_NAMES)[number];

export const kindIndex = (kind: KindName): number => KIND_NAMES.indexOf(kind);
