import type { LineFault } from '../fault.ts';

/** The start of a syslog message of RFC 3164: `Sep  9 00:00:48 localhost `. The day is padded with a space. */
function prefix(time: number): string {
  const [, day, month, , clock] = new Date(time / 1000).toUTCString().split(' ');
  return `${month} ${day!.replace(/^0/, ' ')} ${clock} localhost `;
}

/** The platform's lines reach their files through syslog, whose template may leave its own header before the message. */
export const syslogPrefix: LineFault = {
  scope: 'line',
  id: 'syslog-prefix',
  level: 'bytes',
  wording: 'A line has the date and host of a syslog relay before its brace.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text, time }) => prefix(time) + text,
};
