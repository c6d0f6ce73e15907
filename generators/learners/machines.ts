/** Machines that come to every site, by what they call themselves, and what they ask for. */

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
