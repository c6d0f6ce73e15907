/** The same path, longer than a header has room for: a dot leads nowhere. */
export const longName = (name: string): string => name.replace('/', `/${'./'.repeat(60)}`);

/** What stands in the header of a member whose name stands before it. */
export const SHORT_NAME = 'name-too-long';
