import type { Diagnostic } from './diagnostic.ts';

/** What a report may know beside the diagnostics. */
export interface ReportOptions {
  /** Whether the reader's terminal shows colours; absent: it does not. */
  readonly colors?: boolean;
  /** Slug of the repository that is checked out: paths of its files stand alone, those of others behind their slug. */
  readonly repository?: string;
  /** Version of Callboard, for formats that name the tool. */
  readonly version?: string;
  /** What was looked at, also where nothing is wrong; for formats that count what passed. */
  readonly checked?: readonly CheckedEntity[];
  /** From which severity on a problem counts as failed, for formats that know only passed and failed. */
  readonly failOn?: 'error' | 'warning';
}

/** An entity that was looked at. */
export interface CheckedEntity {
  readonly path: string;
  readonly entityRef: string;
}

/** Writes diagnostics in one format. Pure; sorts them itself. */
export type Reporter = (diagnostics: readonly Diagnostic[], options: ReportOptions) => string;

/** The path that a report names for a diagnostic: from the root of the checked-out repository, or behind its slug. */
export function reportedPath({ source }: Diagnostic, { repository }: ReportOptions): string | undefined {
  if (source?.path === undefined) return undefined;
  return source.repository === repository ? source.path : `${source.repository}/${source.path}`;
}
