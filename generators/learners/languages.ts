/** Languages that browsers ask for, and time zones by name. What somebody's are follows from the country, as people have their systems in its language. */
import { hash, hashedShare } from '../../src/base/random/index.ts';
import type { Country } from './behaviour.ts';

/** Languages of a country's browsers, the liked one first (choices). */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  US: ['en-US', 'en'],
  GB: ['en-GB', 'en-US', 'en'],
  CA: ['en-CA', 'en-US', 'en'],
  AU: ['en-AU', 'en-GB', 'en-US', 'en'],
  IN: ['en-IN', 'en-GB', 'en-US', 'en', 'hi'],
  NG: ['en-NG', 'en-GB', 'en-US', 'en'],
  PK: ['en-PK', 'en-US', 'en', 'ur'],
  CO: ['es-CO', 'es-419', 'es', 'en'],
  MX: ['es-MX', 'es', 'en-US', 'en'],
  ES: ['es-ES', 'es', 'en'],
  BR: ['pt-BR', 'pt', 'en-US', 'en'],
  GR: ['el-GR', 'el', 'en-US', 'en'],
  RU: ['ru-RU', 'ru', 'en-US', 'en'],
  PL: ['pl-PL', 'pl', 'en-US', 'en'],
  DE: ['de-DE', 'de', 'en-US', 'en'],
  FR: ['fr-FR', 'fr', 'en-US', 'en'],
  CN: ['zh-CN', 'zh', 'en'],
  JP: ['ja', 'en-US', 'en'],
  EG: ['ar-EG', 'ar', 'en-US', 'en'],
  UA: ['uk-UA', 'uk', 'ru', 'en-US', 'en'],
  TR: ['tr-TR', 'tr', 'en-US', 'en'],
  IT: ['it-IT', 'it', 'en-US', 'en'],
  PH: ['en-PH', 'en-US', 'en', 'fil'],
  BD: ['en-US', 'en', 'bn'],
  ID: ['id-ID', 'id', 'en-US', 'en'],
  AR: ['es-AR', 'es-419', 'es', 'en'],
  PE: ['es-PE', 'es-419', 'es', 'en'],
  SG: ['en-SG', 'en-GB', 'en-US', 'en', 'zh-CN'],
  VN: ['vi-VN', 'vi', 'en-US', 'en'],
  NL: ['nl-NL', 'nl', 'en-US', 'en'],
  PT: ['pt-PT', 'pt', 'en-US', 'en'],
  RO: ['ro-RO', 'ro', 'en-US', 'en'],
  KR: ['ko-KR', 'ko', 'en-US', 'en'],
  KE: ['en-KE', 'en-GB', 'en-US', 'en', 'sw'],
  ZA: ['en-ZA', 'en-GB', 'en-US', 'en'],
  VE: ['es-VE', 'es-419', 'es', 'en'],
  MY: ['en-MY', 'en-US', 'en', 'ms'],
  TW: ['zh-TW', 'zh', 'en-US', 'en'],
  EC: ['es-EC', 'es-419', 'es', 'en'],
  HK: ['zh-HK', 'zh-TW', 'zh', 'en-US', 'en'],
  TH: ['th-TH', 'th', 'en-US', 'en'],
  SE: ['sv-SE', 'sv', 'en-US', 'en'],
  BG: ['bg-BG', 'bg', 'en-US', 'en'],
  GH: ['en-GH', 'en-GB', 'en-US', 'en'],
  CH: ['de-CH', 'de', 'en-US', 'en'],
  BE: ['fr-BE', 'fr', 'nl', 'en-US', 'en'],
  IE: ['en-IE', 'en-GB', 'en-US', 'en'],
  CZ: ['cs-CZ', 'cs', 'en-US', 'en'],
  BY: ['ru-RU', 'ru', 'be', 'en-US', 'en'],
  IL: ['he-IL', 'he', 'en-US', 'en'],
  SA: ['ar-SA', 'ar', 'en-US', 'en'],
  LK: ['en-LK', 'en-US', 'en', 'si'],
  NP: ['en-US', 'en', 'ne'],
  DO: ['es-DO', 'es-419', 'es', 'en'],
  NZ: ['en-NZ', 'en-GB', 'en-US', 'en'],
  AE: ['ar-AE', 'ar', 'en-US', 'en'],
  AT: ['de-AT', 'de', 'en-US', 'en'],
  DK: ['da-DK', 'da', 'en-US', 'en'],
  NO: ['nb-NO', 'nb', 'no', 'nn', 'en-US', 'en'],
  KZ: ['ru-RU', 'ru', 'kk', 'en-US', 'en'],
  DZ: ['fr-FR', 'fr', 'ar', 'en-US', 'en'],
  TN: ['fr-FR', 'fr', 'ar', 'en-US', 'en'],
  GT: ['es-GT', 'es-419', 'es', 'en'],
  CR: ['es-CR', 'es-419', 'es', 'en'],
  BO: ['es-BO', 'es-419', 'es', 'en'],
  ET: ['en-US', 'en', 'am'],
};

const ENGLISH = ['en-US', 'en'];

/** Some have a system in the English that it came in, and some have come from another country (choices). */
const LEFT_ENGLISH = 0.24;
const FROM_ABROAD = 0.04;

interface Person {
  readonly username: string;
  readonly country: Pick<Country, 'code'>;
}

/** The languages that a person's browsers ask for, the liked one first. */
function languagesOfPerson({ username, country: { code } }: Person): readonly string[] {
  const own = LANGUAGES[code] ?? ENGLISH;
  const draw = hashedShare(username, 'language', 0);
  if (draw < LEFT_ENGLISH) return [...ENGLISH, ...own.slice(0, 1).filter((language) => language !== ENGLISH[0])];
  if (draw < 1 - FROM_ABROAD) return own;
  const all = Object.values(LANGUAGES);
  return all[hash(username, 'language', 1) % all.length]!;
}

const baseOf = (language = ''): string => language.split('-')[0]!;

/** As Chrome asks for languages: behind those of a family comes the family [net/http/http_util.cc, ExpandLanguageList]. */
const withFamilies = (languages: readonly string[]): readonly string[] => [
  ...new Set(
    languages.flatMap((language, place) => {
      const base = baseOf(language);
      return base === baseOf(languages[place + 1]) ? [language] : [language, base];
    }),
  ),
];

/** Chrome's weights fall by a tenth from language to language; Firefox's share the way from 1 to 0 evenly; Safari asks for the first alone. */
export function languagesOf(person: Person, agent: string): string {
  if (agent === '') return '';
  const liked = languagesOfPerson(person);
  if (/ Version\/[\d.]+ .*Safari/.test(agent)) {
    const [first] = liked as [string];
    const language = baseOf(first);
    return language === first ? first : `${first},${language};q=0.9`;
  }
  const isFirefox = agent.includes('Firefox/');
  const languages = isFirefox ? liked : withFamilies(liked);
  const weight = (place: number): number =>
    isFirefox ? Math.round(10 * (1 - place / languages.length)) / 10 : Math.max(0.1, (10 - place) / 10);
  return languages.map((language, place) => (place === 0 ? language : `${language};q=${weight(place)}`)).join(',');
}

/** Names of zones by country as browsers tell them, and where it has several by hours ahead of GMT in winter [IANA's time zone database]. */
const ZONES: Readonly<Record<string, string | Readonly<Record<number, string>>>> = {
  US: { [-5]: 'America/New_York', [-6]: 'America/Chicago', [-7]: 'America/Denver', [-8]: 'America/Los_Angeles' },
  CA: { [-5]: 'America/Toronto', [-6]: 'America/Winnipeg', [-7]: 'America/Edmonton', [-8]: 'America/Vancouver' },
  BR: { [-3]: 'America/Sao_Paulo', [-4]: 'America/Cuiaba' },
  AU: { 10: 'Australia/Sydney', 9.5: 'Australia/Adelaide' },
  RU: { 4: 'Europe/Moscow', 6: 'Asia/Yekaterinburg', 8: 'Asia/Krasnoyarsk' },
  IN: 'Asia/Calcutta',
  GB: 'Europe/London',
  CO: 'America/Bogota',
  ES: 'Europe/Madrid',
  PK: 'Asia/Karachi',
  MX: 'America/Mexico_City',
  GR: 'Europe/Athens',
  PL: 'Europe/Warsaw',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  CN: 'Asia/Shanghai',
  JP: 'Asia/Tokyo',
  EG: 'Africa/Cairo',
  NG: 'Africa/Lagos',
  UA: 'Europe/Kiev',
  TR: 'Europe/Istanbul',
  IT: 'Europe/Rome',
  PH: 'Asia/Manila',
  BD: 'Asia/Dhaka',
  ID: { 7: 'Asia/Jakarta', 8: 'Asia/Makassar' },
  AR: 'America/Buenos_Aires',
  PE: 'America/Lima',
  SG: 'Asia/Singapore',
  VN: 'Asia/Saigon',
  NL: 'Europe/Amsterdam',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  KR: 'Asia/Seoul',
  KE: 'Africa/Nairobi',
  ZA: 'Africa/Johannesburg',
  VE: 'America/Caracas',
  MY: 'Asia/Kuala_Lumpur',
  TW: 'Asia/Taipei',
  EC: 'America/Guayaquil',
  HK: 'Asia/Hong_Kong',
  TH: 'Asia/Bangkok',
  SE: 'Europe/Stockholm',
  BG: 'Europe/Sofia',
  GH: 'Africa/Accra',
  CH: 'Europe/Zurich',
  BE: 'Europe/Brussels',
  IE: 'Europe/Dublin',
  CZ: 'Europe/Prague',
  BY: 'Europe/Minsk',
  IL: 'Asia/Jerusalem',
  SA: 'Asia/Riyadh',
  LK: 'Asia/Colombo',
  NP: 'Asia/Katmandu',
  DO: 'America/Santo_Domingo',
  NZ: 'Pacific/Auckland',
  AE: 'Asia/Dubai',
  AT: 'Europe/Vienna',
  DK: 'Europe/Copenhagen',
  NO: 'Europe/Oslo',
  KZ: 'Asia/Almaty',
  DZ: 'Africa/Algiers',
  TN: 'Africa/Tunis',
  GT: 'America/Guatemala',
  CR: 'America/Costa_Rica',
  BO: 'America/La_Paz',
  ET: 'Africa/Addis_Ababa',
};

/** The name of somebody's time zone, as a browser tells it. */
export function timeZoneOf({
  country: { code },
  offset,
}: {
  readonly country: Country;
  readonly offset: number;
}): string {
  const zones = ZONES[code];
  return (typeof zones === 'object' ? zones[offset] : zones) ?? 'UTC';
}
