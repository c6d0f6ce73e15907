/** What people do on today's site that the site of 2013 did not log, and how often: choices, but where docs/format.md has a source. */
export const HABITS = {
  /** Seconds between two clicks at a player, lognormal. */
  betweenClicks: { mean: -0.2, sd: 0.5 },
  /** A jump of fewer seconds is none. */
  leastSeek: 0.5,
  /** Who has the transcript beside the video seeks by it. */
  seeksByTranscript: 0.15,
  togglesTranscript: 0.02,
  togglesCaptions: 0.03,
  looksAtLanguages: 0.004,
  /** Who is wrong and has a hint to ask for asks for it. */
  asksForHint: 0.2,
  /** Nobody asks who tries again within so many seconds. */
  hintAfter: 8,
  /** Where somebody goes on who opens another part: by the outline at the side, or by the path above the unit. */
  byOutline: 0.6,
  byBreadcrumb: 0.15,
  /** Who comes from the home page goes on by its button. */
  resumes: 0.7,
  /** Who comes for the first time enrols then; the others have done so before. */
  enrols: 0.9,
  /** Who enrols makes an account first. */
  registers: 0.5,
  /** Of the frames that Firefox leaves, it tells of so many. */
  closesInFirefox: 0.6,
  readsThread: 0.8,
  beginsThread: 0.3,
  votes: 0.3,
} as const;
