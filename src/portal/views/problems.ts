import type { PageFrame, ProblemView } from './shared.ts';

/** `/problems/`. */
export interface ProblemsPage {
  readonly page: 'problems';
  readonly frame: PageFrame;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly groups: readonly {
    readonly repository: string;
    readonly url?: string;
    readonly problems: readonly ProblemView[];
  }[];
  readonly codes: readonly { readonly code: string; readonly title: string; readonly count: number }[];
  readonly jsonUrl: string;
}
