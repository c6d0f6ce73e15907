/** The scripts and languages that names are made in; each is a locale of faker. */
export const NAME_LOCALES = [
  'en',
  'en_IN',
  'es',
  'pt_BR',
  'el',
  'ru',
  'pl',
  'de',
  'fr',
  'ar',
  'zh_CN',
  'ja',
  'ur',
] as const;

export type NameLocale = (typeof NAME_LOCALES)[number];
