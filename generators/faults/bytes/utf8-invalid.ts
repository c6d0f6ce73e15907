import { utf8Fault } from './utf8-fault.ts';

/** Bytes that continue a character where none began, and bytes that UTF-8 never holds. Noise of disks and of wires. */
export const utf8Invalid = utf8Fault('utf8-invalid', 'A text holds bytes that are no UTF-8.', [
  '\x80',
  '\xbf',
  '\x80\xbf\x80',
  '\xc0',
  '\xc1',
  '\xf5\x80\x80\x80',
  '\xf8\x88\x80\x80\x80',
  '\xfe',
  '\xff',
  '\xff\xff',
]);
