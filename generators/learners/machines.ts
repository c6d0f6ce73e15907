/** Machines that come to every site, by what they call themselves, and what they ask for. */
import { hash, weighted, type Stream } from '../../src/base/random/index.ts';

/** Crawlers of search engines, honest about themselves; the first come most. */
export const CRAWLERS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
];

/** Pages that are open to everybody. */
export const PUBLIC = [
  '/',
  '/courses',
  '/faq',
  '/help',
  '/about',
  '/tos',
  '/privacy',
  '/honor',
  '/jobs',
  '/press',
  '/contact',
  '/robots.txt',
];

/** More of them on the site of 2013, beside those of courses: universities, news, and what people link to that is not there [urls.py]. */
export const PUBLIC_2013 = [
  '/university_profile/MITx',
  '/university_profile/HarvardX',
  '/university_profile/BerkeleyX',
  '/university_profile/UTx',
  '/university_profile/WellesleyX',
  '/university_profile/GeorgetownX',
  '/press/mit-harvard-announce-edx',
  '/press/uc-berkeley-joins-edx',
  '/press/edX-announces-proctored-exam-testing',
  '/press/elsevier-collaborates-with-edx',
  '/press/ut-joins-edx',
  '/press/cengage-to-provide-book-content',
  '/press/gates-foundation-announcement',
  '/press/wellesley-college-joins-edx',
  '/press/georgetown-joins-edx',
  '/press/spring-courses',
  '/media-kit',
  '/copyright',
  '/courseware',
  '/favicon.ico',
  '/sitemap.xml',
];

/** Names by which scanners ask for a site, by weight (choices): most come by its address, few know its name, some send none. */
const BY = weighted([
  ['address', 16],
  ['none', 3],
  ['name', 3],
  ['bare name', 1],
] as const);
/** Where the site's balancers stand, by the first two numbers of their public addresses, and how many there are (a choice). */
const BALANCERS = { nets: ['54.235', '107.22', '23.21', '50.19', '184.73', '174.129'], count: 2 };

/** The host that a scanner names, of a site by its own: what it sends as such, if anything. */
export function scannedHost(random: Stream, seed: string, host: string): string {
  const by = BY(random);
  if (by === 'none') return '';
  if (by !== 'address') return by === 'name' ? host : host.replace(/^www\./, '');
  const balancer = hash(seed, 'balancer', Math.floor(random() * BALANCERS.count));
  return `${BALANCERS.nets[balancer % BALANCERS.nets.length]!}.${(balancer >>> 8) % 256}.${(balancer >>> 16) % 256}`;
}

/** Programs that look for weak programs. */
export const SCANNERS = ['ZmEu', 'Mozilla/5.00 (Nikto/2.1.5)', ''];

/** What they ask for, which is not there. */
export const NOT_THERE = [
  '/wp-login.php',
  '/phpMyAdmin/index.php',
  '/phpmyadmin/scripts/setup.php',
  '/admin/config.php',
  '/manager/html',
  '/xmlrpc.php',
  '/cgi-bin/test.cgi',
  '/.git/config',
  '/backup.sql',
  '/w00tw00t.at.ISC.SANS.DFind:)',
];
