import type { EntityMention, PageFrame, TextLink } from './shared.ts';

/** A field before and after; neither is there where only that it changed is known. */
export interface FieldView {
  readonly field: string;
  readonly from?: string;
  readonly to?: string;
}

/** What one build found to be different of one entity. */
export interface ChangeView {
  readonly what: 'added' | 'changed' | 'removed';
  /** When the build began, ISO 8601 in UTC. */
  readonly at: string;
  readonly fields: readonly FieldView[];
  /** How many more fields changed. */
  readonly moreFields: number;
  /** Slug of the repository. */
  readonly repository: string;
  /** The commit, abbreviated to seven digits, where it can be seen. */
  readonly commit?: TextLink;
}

/** What one build found to be different of one repository. */
export interface RepositoryChanges extends Pick<ChangeView, 'repository' | 'commit'> {
  readonly at: string;
  readonly changes: readonly (ChangeView & { readonly entity: EntityMention })[];
  /** How many more entities changed. */
  readonly more: number;
}

/** `/changes/`. */
export interface ChangesPage {
  readonly page: 'changes';
  readonly frame: PageFrame;
  /** Newest first; builds that found nothing different are not among them. */
  readonly builds: readonly { readonly at: string; readonly repositories: readonly RepositoryChanges[] }[];
  /** Changes that are known and not shown. */
  readonly older: number;
  readonly jsonUrl: string;
  readonly feedUrl: string;
}
