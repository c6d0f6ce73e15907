/** What an incident has to do with a line: it is there because of it, or is other than it would be. */
export interface Mark {
  /** The incident, by its index in the plan. */
  readonly incident: number;
  readonly how: 'written' | 'changed';
}
