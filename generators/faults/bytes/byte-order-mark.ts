/** U+FEFF in UTF-8, as a binary string. */
export const BYTE_ORDER_MARK = '\xef\xbb\xbf';
