/** Slips by which people get a number wrong. Some make one of them again and again, whatever the problem. */
export const SLIPS = {
  'one more': (value: number) => value + 1,
  'one less': (value: number) => value - 1,
  sign: (value: number) => -value,
  tenfold: (value: number) => value * 10,
  half: (value: number) => value / 2,
  double: (value: number) => value * 2,
  'in percent': (value: number) => value * 100,
  'in thousands': (value: number) => value / 1000,
  'too round': (value: number) => Number(value.toPrecision(Math.max(1, digitsOf(value) - 1))),
  'whole only': (value: number) => Math.trunc(value),
} as const;

/** How many digits a number is written with. */
const digitsOf = (value: number): number => String(Math.abs(value)).replace(/^0\.0*|e.*$|\./g, '').length;

export type Slip = keyof typeof SLIPS;

/** Slips as often as people have them: to count from elsewhere is commoner than to lose a sign or a power of ten (a choice). */
export const SLIP_NAMES: readonly Slip[] = [
  ...(Object.keys(SLIPS) as Slip[]),
  ...(['one more', 'one less', 'one more', 'one less'] as const),
];
