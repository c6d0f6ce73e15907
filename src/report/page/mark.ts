/** What a page of ours holds near its beginning, so that it can be told from somebody else's file. */
export const MARK = '<meta name="generator" content="edxgen report">';
