import type { ExtensionOptions } from '../layout/markdown-extensions.ts';

/** A navigation as MkDocs reads it. */
export type MkdocsNav = readonly (string | { readonly [title: string]: string | MkdocsNav })[];

/** What one process may use for a job. */
export interface JobLimits {
  /** Processor seconds; it is ended when they are used up. */
  readonly seconds: number;
  readonly wallSeconds: number;
  readonly megabytes: number;
  /** Of messages. */
  readonly outputMegabytes: number;
  /** Processor seconds of one page. */
  readonly pageSeconds: number;
  /** After so many processor seconds it stops between two pages and says so. */
  readonly turnSeconds?: number;
}

/** What a worker is asked to render: some pages of one site. Everything in it is Callboard's own or inert. */
export interface RenderJob {
  readonly site: {
    readonly name: string;
    readonly nav: MkdocsNav | null;
    readonly excludeDocs: string | null;
    readonly notInNav: string | null;
    readonly draftDocs?: string | null;
    readonly extensions: ExtensionOptions;
  };
  readonly files: readonly ({ readonly uri: string } & ({ readonly file: string } | { readonly text: string }))[];
  readonly snippets: { readonly files: Readonly<Record<string, string>>; readonly bases: readonly string[] };
  /** Uris of the pages to render. */
  readonly render: readonly string[];
  readonly limits: JobLimits;
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
  | { readonly type: 'paused' }
  | { readonly type: 'error'; readonly detail: string };

/** How a job ended. */
export interface JobEnd {
  /** `lost`: its worker ended or did not start; `died`: its process did; `limit`: it was ended at one of its limits. */
  readonly end: 'done' | 'gave-up' | 'limit' | 'died' | 'lost';
  readonly detail: string;
  /** Processor seconds. */
  readonly seconds: number;
}

/** What of the sandbox holds, as a worker found out by trying. */
export interface SandboxReport {
  readonly network: boolean;
  readonly reading: boolean;
  readonly writing: boolean;
  readonly processes: boolean;
  /** Why something does not. */
  readonly reasons: readonly string[];
}
