/** A server that no run has: runs count from 001. */
export const OTHER_SERVER = 'prod-edxapp-000';
