/** IPv6 of today: which providers of a country have it, and how many of its people. */

/**
 * By country: how many times as many of its people have IPv6 as of the United States (published measurements of providers of content,
 * 2024 to 2026, to about a fifth), and blocks from which providers of homes and phones give addresses (the registries' own lists): the
 * first group, and the second from one number to another.
 */
const COUNTRIES: Readonly<Record<string, { readonly times: number; readonly blocks: readonly string[] }>> = {
  US: { times: 1, blocks: ['2600:1700-170f', '2600:1000-100f', '2601:0-fff', '2603:6000-60ff', '2607:fb90-fb91'] },
  IN: { times: 1.4, blocks: ['2401:4900-4900', '2409:4000-43ff', '2405:200-207'] },
  GB: { times: 0.9, blocks: ['2a00:23c0-23cf', '2a02:c7c-c7f'] },
  CO: { times: 0.5, blocks: ['2800:484-484', '2800:e0-e3'] },
  ES: { times: 0.2, blocks: ['2a02:9000-91ff'] },
  BR: { times: 0.95, blocks: ['2804:14c-14d', '2804:7f0-7ff', '2804:d40-d5f'] },
  PK: { times: 0.3, blocks: ['2407:aa80-aa80', '2400:adc0-adcf'] },
  CA: { times: 0.75, blocks: ['2607:fea8-fea8', '2605:8d80-8d80'] },
  MX: { times: 0.9, blocks: ['2806:100-10f', '2806:2f0-2f0'] },
  GR: { times: 1.2, blocks: ['2a02:580-587'] },
  RU: { times: 0.2, blocks: ['2a00:1fa0-1fa3', '2a02:2168-2168'] },
  PL: { times: 0.4, blocks: ['2a02:a310-a33f', '2a00:f40-f47'] },
  DE: { times: 1.4, blocks: ['2003:c0-ff', '2a02:8100-810f', '2a01:c20-c3f'] },
  FR: { times: 1.5, blocks: ['2a01:cb00-cbff', '2a01:e00-e3f', '2a02:8420-843f'] },
  CN: { times: 0.6, blocks: ['240e:300-4ff', '2408:8200-84ff', '2409:8a00-8aff'] },
  JP: { times: 1.1, blocks: ['2400:4050-4053', '240b:10-13', '2400:2410-2411'] },
  EG: { times: 0.15, blocks: ['2c0f:fc88-fc89'] },
  AU: { times: 0.8, blocks: ['2001:8000-8003', '2403:5800-581f'] },
  NG: { times: 0.1, blocks: ['2c0f:2a80-2a80'] },
  BE: { times: 1.2, blocks: ['2a02:a03f-a03f', '2a02:1810-181f'] },
  VN: { times: 1.1, blocks: ['2405:4800-4803', '2402:800-800'] },
  MY: { times: 1.2, blocks: ['2001:e68-e68'] },
  TW: { times: 1.1, blocks: ['2001:b000-b0ff'] },
  TH: { times: 0.9, blocks: ['2403:6200-6200'] },
  PT: { times: 0.7, blocks: ['2001:8a0-8a0'] },
  CH: { times: 0.8, blocks: ['2a02:1200-121f'] },
  NL: { times: 0.7, blocks: ['2a02:a440-a47f'] },
  RO: { times: 0.5, blocks: ['2a02:2f00-2f0f'] },
  SE: { times: 0.6, blocks: ['2001:2002-2002'] },
  AT: { times: 0.7, blocks: ['2001:871-871'] },
  IE: { times: 0.6, blocks: ['2a02:8084-8084'] },
  PE: { times: 0.5, blocks: ['2800:200-200'] },
  AR: { times: 0.4, blocks: ['2800:810-810'] },
  EC: { times: 0.4, blocks: ['2800:bf0-bf0'] },
  LK: { times: 0.9, blocks: ['2402:4000-4000'] },
  NP: { times: 0.8, blocks: ['2400:1a00-1a00'] },
  KR: { times: 0.4, blocks: ['2001:e60-e60'] },
  SA: { times: 0.9, blocks: ['2001:16a0-16a7'] },
  AE: { times: 1.1, blocks: ['2001:8f8-8f8'] },
  ID: { times: 0.4, blocks: ['2001:448a-448a'] },
  PH: { times: 0.4, blocks: ['2001:4450-4457', '2001:fd8-fd8'] },
  SG: { times: 0.8, blocks: ['2406:3003-3003'] },
  IT: { times: 0.25, blocks: ['2001:b07-b07', '2a01:e11-e11'] },
  IL: { times: 0.8, blocks: ['2a06:c701-c701', '2a0d:6fc0-6fc7'] },
  CZ: { times: 0.5, blocks: ['2a00:1028-1028'] },
  KE: { times: 0.25, blocks: ['2c0f:fe38-fe38'] },
};

/** How many times as many as in the United States have IPv6 in a country. */
export const ipv6Times = (code: string): number => COUNTRIES[code]?.times ?? 0;

/**
 * The first 32 bits of a provider's addresses: `2601:2c1`.
 *
 * @param below gives a number below another one, by what it is for
 */
export function ipv6Start(code: string, below: (count: number, what: string) => number): string {
  const { blocks } = COUNTRIES[code]!;
  const [first, range] = blocks[below(blocks.length, 'provider')]!.split(':') as [string, string];
  const [from, to] = range.split('-').map((group) => parseInt(group, 16)) as [number, number];
  return `${first}:${(from + below(to - from + 1, 'block')).toString(16)}`;
}
