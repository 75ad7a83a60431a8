import type { SeverityChoices } from '../diagnostics/apply-severities.ts';
import type { Announcement } from './announcements.ts';
import type { ExternalLinksConfig, Language, PortalConfig, TechdocsConfig } from './config.ts';

/** `callboard.yaml` as written, once it has passed `callboard.schema.json`. Documented there, field by field. */
export interface RawConfig {
  readonly portal: RawPortal;
  readonly sources: readonly RawSource[];
  readonly catalog?: {
    readonly catalogPaths?: readonly string[];
    readonly model?: readonly string[];
    readonly followLocations?: boolean | readonly string[];
    readonly rules?: readonly RawRule[];
    readonly ownersFromCodeowners?: boolean;
    readonly suggestions?: boolean;
    readonly notExpected?: readonly string[];
  };
  readonly diagnostics?: SeverityChoices;
  readonly crawl?: {
    readonly confirmRemovals?: string;
    readonly minutes?: number;
    readonly filesPerRepository?: number;
    readonly megabytesPerRepository?: number;
    readonly megabytesPerFile?: number;
    readonly secondsPerRepository?: number;
    readonly commitsPerRepository?: number;
  };
  readonly techdocs?: {
    readonly enabled?: boolean;
    readonly python?: string;
    readonly secondsPerSite?: number;
    readonly megabytesPerSite?: number;
    readonly sandbox?: TechdocsConfig['sandbox'];
    readonly iframeHosts?: readonly string[];
    readonly externalLinks?: Partial<ExternalLinksConfig>;
    readonly history?: boolean;
    readonly staleAfter?: string;
    readonly plantuml?: { readonly jar: string; readonly java?: string };
  };
  readonly output?: string;
  readonly publish?: RawPublish;
}

/** One entry of `catalog.rules`. */
export interface RawRule {
  readonly allow: readonly (string | { readonly kind: string; readonly 'spec.type'?: string })[];
  readonly sources?: readonly string[];
  readonly repositories?: readonly string[];
  readonly paths?: readonly string[];
}

/** The `portal` section. */
export interface RawPortal {
  readonly title: string;
  readonly logo?: string;
  readonly favicon?: string;
  readonly socialImages?: PortalConfig['socialImages'];
  readonly accent?: string;
  readonly announcements?: readonly Announcement[];
  readonly language?: Language;
  readonly url?: string;
  readonly base?: string;
  readonly offline?: boolean;
}

interface RawSourceBase {
  readonly name?: string;
  readonly catalogPaths?: readonly string[];
  readonly allow?: readonly string[];
}

/** `app` of a source of type `github`. */
export interface RawGithubApp {
  readonly id: string | number;
  readonly privateKey: string;
  readonly installationId?: string | number;
}

/** One entry of `sources`. */
export type RawSource =
  | (RawSourceBase & { readonly type: 'local'; readonly path: string; readonly webUrl?: string })
  | (RawSourceBase & {
      readonly type: 'git';
      readonly urls?: readonly string[];
      readonly urlsFile?: string;
      readonly branch?: string;
      readonly token?: string;
    })
  | (RawSourceBase & {
      readonly type: 'github';
      readonly organisation: string;
      readonly apiUrl?: string;
      readonly token?: string;
      readonly app?: RawGithubApp;
      readonly branch?: string;
      readonly include?: readonly string[];
      readonly exclude?: readonly string[];
      readonly topics?: readonly string[];
      readonly visibility?: readonly ('public' | 'internal' | 'private')[];
      readonly teams?: boolean;
      readonly members?: boolean;
      readonly archived?: boolean;
      readonly forks?: boolean;
    })
  | (RawSourceBase & {
      readonly type: 'gitlab';
      readonly group: string;
      readonly url?: string;
      readonly token?: string;
      readonly subgroups?: boolean;
      readonly branch?: string;
      readonly include?: readonly string[];
      readonly exclude?: readonly string[];
      readonly topics?: readonly string[];
      readonly visibility?: readonly ('public' | 'internal' | 'private')[];
      readonly groups?: boolean;
      readonly members?: boolean;
      readonly archived?: boolean;
      readonly forks?: boolean;
    });

/** The `publish` section. */
export type RawPublish =
  | { readonly type: 'folder'; readonly path: string }
  | {
      readonly type: 's3';
      readonly bucket: string;
      readonly prefix?: string;
      readonly region?: string;
      readonly endpoint?: string;
      readonly pathStyle?: boolean;
    };
