/** What a run can be written as, by the names that `--report` knows. */
import type { PropertyResult, RunResult } from '../runner/result.ts';
import { badge } from './badge.ts';
import type { Reproduction } from './failure.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { tap } from './tap.ts';

/** Writes a run as a file's text. */
export type ReportFormat = (run: RunResult, again: (result: PropertyResult) => Reproduction) => string;

export const REPORTS = { junit, tap, json, html, markdown, badge } as const satisfies Record<string, ReportFormat>;

export type ReportName = keyof typeof REPORTS;
