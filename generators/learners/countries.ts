/** Where learners live. Shares are those of 6.002x (shared/realism.md, countries); the rest are choices. */

/** The scripts and languages that names are made in; each is a locale of faker. */
export type NameLocale = 'en' | 'en_IN' | 'es' | 'pt_BR' | 'el' | 'ru' | 'pl' | 'de' | 'fr' | 'ar' | 'zh_CN' | 'ja' | 'ur';

export interface Country {
  readonly code: string;
  readonly share: number;
  readonly names: NameLocale;
  /** Hours ahead of GMT, each with its share of the country's people; standard time, all year. */
  readonly offsets: readonly (readonly [hours: number, share: number])[];
}

export const COUNTRIES: readonly Country[] = [
  { code: 'US', share: 0.25, names: 'en', offsets: [[-5, 0.48], [-6, 0.29], [-7, 0.07], [-8, 0.16]] },
  { code: 'IN', share: 0.13, names: 'en_IN', offsets: [[5.5, 1]] },
  { code: 'GB', share: 0.06, names: 'en', offsets: [[0, 1]] },
  { code: 'CO', share: 0.05, names: 'es', offsets: [[-5, 1]] },
  { code: 'ES', share: 0.05, names: 'es', offsets: [[1, 1]] },
  { code: 'BR', share: 0.05, names: 'pt_BR', offsets: [[-3, 0.93], [-4, 0.07]] },
  { code: 'PK', share: 0.04, names: 'ur', offsets: [[5, 1]] },
  { code: 'CA', share: 0.04, names: 'en', offsets: [[-5, 0.61], [-6, 0.06], [-7, 0.16], [-8, 0.17]] },
  { code: 'MX', share: 0.04, names: 'es', offsets: [[-6, 1]] },
  { code: 'GR', share: 0.04, names: 'el', offsets: [[2, 1]] },
  { code: 'RU', share: 0.04, names: 'ru', offsets: [[4, 0.8], [6, 0.12], [8, 0.08]] },
  { code: 'PL', share: 0.03, names: 'pl', offsets: [[1, 1]] },
  { code: 'DE', share: 0.03, names: 'de', offsets: [[1, 1]] },
  { code: 'FR', share: 0.03, names: 'fr', offsets: [[1, 1]] },
  { code: 'CN', share: 0.03, names: 'zh_CN', offsets: [[8, 1]] },
  { code: 'JP', share: 0.02, names: 'ja', offsets: [[9, 1]] },
  { code: 'EG', share: 0.03, names: 'ar', offsets: [[2, 1]] },
  { code: 'AU', share: 0.02, names: 'en', offsets: [[10, 0.9], [8, 0.1]] },
  { code: 'NG', share: 0.02, names: 'en', offsets: [[1, 1]] },
];
