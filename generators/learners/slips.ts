/** Slips by which people get a number wrong. Some make one of them again and again, whatever the problem. */
export const SLIPS = {
  'one more': (value: number) => value + 1,
  'one less': (value: number) => value - 1,
  sign: (value: number) => -value,
  tenfold: (value: number) => value * 10,
  half: (value: number) => value / 2,
  double: (value: number) => value * 2,
  'ten more': (value: number) => value + 10,
  between: (value: number) => Math.trunc(value) + 0.5,
} as const;

export type Slip = keyof typeof SLIPS;

export const SLIP_NAMES = Object.keys(SLIPS) as readonly Slip[];
