const FINDER_INFO = { id: 9, offset: 50, length: 32 };
const RESOURCE_FORK = { id: 2, offset: 82, length: 0 };

/** What a Mac keeps about a file beside it, with nothing to tell: AppleDouble, version 2 [RFC 1740]. */
export const APPLE_DOUBLE = Buffer.concat([
  Buffer.from('\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        \x00\x02', 'latin1'),
  ...[FINDER_INFO, RESOURCE_FORK].map(({ id, offset, length }) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt32BE(id, 0);
    entry.writeUInt32BE(offset, 4);
    entry.writeUInt32BE(length, 8);
    return entry;
  }),
  Buffer.alloc(FINDER_INFO.length),
]);
