/** How a site's lines are packed into files; see Packaging in docs/format.md. */

/** A daily file's name, without its ending. */
export const DAILY_FILE = 'tracking.log-';

/**
 * `deployed`: when logrotate cuts the daily file, in minutes after midnight GMT; by how many minutes it usually is earlier or
 * later, and by how many it may be.
 */
export const ROTATION = { minute: 6 * 60 + 25, usual: 3, leeway: 10 } as const;
