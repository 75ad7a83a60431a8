/** What the catalogue of codes says about one code. */
export interface CodeEntry {
  /** Severity when the place that reports it says nothing else. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The problem's name, as a heading. */
  readonly title: string;
  /** Why it matters, one or two sentences. */
  readonly why: string;
  /** What to do, one or two sentences. */
  readonly fix: string;
}
