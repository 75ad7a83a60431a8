import type { ExtensionOptions } from '../layout/markdown-extensions.ts';

/** A navigation as MkDocs reads it. */
export type MkdocsNav = readonly (string | { readonly [title: string]: string | MkdocsNav })[];

/** What a worker is asked to render: some pages of one site. Everything in it is Callboard's own or inert. */
export interface RenderJob {
  readonly site: {
    readonly name: string;
    readonly nav: MkdocsNav | null;
    readonly excludeDocs: string | null;
    readonly notInNav: string | null;
    readonly extensions: ExtensionOptions;
  };
  readonly files: readonly ({ readonly uri: string } & ({ readonly file: string } | { readonly text: string }))[];
  readonly snippets: { readonly files: Readonly<Record<string, string>>; readonly bases: readonly string[] };
  /** Uris of the pages to render. */
  readonly render: readonly string[];
  readonly limits: { readonly seconds: number; readonly megabytes: number; readonly pageSeconds: number };
}

/** An entry of the navigation that MkDocs made. */
export interface RenderedNavItem {
  readonly title: string | null;
  readonly uri?: string;
  readonly url?: string;
  readonly children?: readonly RenderedNavItem[];
}

/** Why a page could not be rendered. */
export type FailureReason = 'not-utf8' | 'too-slow' | 'too-large' | 'failed';

/** What a worker says while it renders. */
export type RenderMessage =
  | { readonly type: 'nav'; readonly nav: readonly RenderedNavItem[]; readonly excluded: readonly string[] }
  | { readonly type: 'start'; readonly uri: string }
  | {
      readonly type: 'page';
      readonly uri: string;
      readonly html: string;
      readonly title: string;
      readonly missing: readonly string[];
    }
  | { readonly type: 'failed'; readonly uri: string; readonly reason: FailureReason; readonly detail: string }
  | { readonly type: 'error'; readonly detail: string };

/** How a job ended: not `ok` when its process died or gave up. */
export interface JobEnd {
  readonly ok: boolean;
  readonly detail: string;
}
