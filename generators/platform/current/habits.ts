/** What people do on today's site that the site of 2013 did not log, and how often: choices, but where docs/format.md has a source. */
export const HABITS = {
  /** Seconds between two clicks at a player, lognormal. */
  betweenClicks: { mean: -0.2, sd: 0.5 },
  /** A jump of fewer seconds is none. */
  leastSeek: 0.5,
  togglesTranscript: 0.012,
  togglesCaptions: 0.012,
  looksAtLanguages: 0.004,
  switchesAutoAdvance: 0.002,
  /** Who is wrong and has a hint to ask for asks for it. */
  asksForHint: 0.2,
  /** Nobody asks who tries again within so many seconds. */
  hintAfter: 8,
  /** Where somebody goes on who opens another part: by the outline at the side, or by the path above the unit. */
  byOutline: 0.6,
  byBreadcrumb: 0.15,
  /** Who comes from the home page goes on by its button. */
  resumes: 0.7,
  /** Who comes for the first time enrols then, long after the course has begun; the others have done so before. */
  enrols: 0.9,
  /** Who enrols makes an account first. */
  registers: 0.5,
  /** Of the frames that Firefox leaves, it tells of so many. */
  closesInFirefox: 0.6,
  /** Seconds on a page that leave time for something else, and when it begins at the soonest. */
  leisure: 8,
  soonest: 1.5,
  /** Beside a page of the course that has come, and beside work that was marked and counts, of people on average: how one stands in the course, or
   * when what is due; some begin a visit with that. Most look at their progress. */
  looksAtStanding: 0.09,
  looksWhatCounts: 0.08,
  looksFirst: 0.04,
  looksAtProgress: 0.75,
  /** On a unit: a bookmark, or one less. */
  bookmarks: 0.015,
  /** On the home page: a tool, a search, another kind of enrolment. */
  opensTool: 0.05,
  followsBookmark: 0.6,
  searches: 0.02,
  upgrades: 0.01,
  /** Whoever is told that a problem is closed tries to save. */
  savesInVain: 0.4,
  /** With an essay: a file, which is not sent at first. */
  attachesFile: 0.12,
  failsToAttach: 0.15,
  /** On a unit: the forum beside it, and more often by those who write a lot; who has time writes there, of people on average. */
  opensSidebar: 0.25,
  opensToWrite: 0.3,
  writesBeside: 0.5,
  /** Seconds for a few words, lognormal by their median. */
  writes: { median: 16, sd: 0.5 },
  /** Whoever says what an essay's marks were good for says why. */
  saysWhy: 0.3,
  /** In the forum: a search, to follow or no longer, a comment, a word to those who keep order. */
  searchesForum: 0.08,
  follows: 0.12,
  thanks: 0.2,
  comments: 0.2,
  /** Answers a thread in front that waits for one, of people on average; seconds for that, lognormal by their median. */
  helps: 0.45,
  answers: 25,
  reports: 0.12,
  takesReportBack: 0.3,
  /** Whoever has written: a word changed; of some posts all taken away, which happens soon. */
  edits: 0.2,
  takesBack: 0.045,
  deletes: 0.9,
  /** Share of courses whose book is a PDF; others have images of its pages. */
  pdfBooks: 0.75,
  /** How pages are found that do not follow: by number, picture, table of contents, search. */
  findsPages: [4, 2, 3, 2],
  scrolls: 0.4,
  zooms: 0.15,
  refines: 0.2,
  togglesAside: 0.05,
  /** Seconds until a place is found in pictures, contents or what a search has found, lognormal. */
  findsPlace: { median: 1.7, sd: 0.6 },
  readsThread: 0.8,
  beginsThread: 0.3,
  /** Whoever has begun a thread looks at it at once. */
  opensOwn: 0.8,
  votes: 0.3,
} as const;
