/** How a site's lines are packed into files; see Packaging in docs/format.md. */

/** A daily file's name, without its ending. */
export const DAILY_FILE = 'tracking.log-';

/** `deployed`: when logrotate cuts the daily file, in minutes after midnight GMT, and by how much that may differ. */
export const ROTATION = { minute: 6 * 60 + 25, leeway: 10 } as const;
