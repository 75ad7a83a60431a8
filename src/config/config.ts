import type { AllowRule } from '../catalog/model/allow-rules.ts';
import type { CatalogModel } from '../catalog/model/catalog-model.ts';
import type { SeverityChoices } from '../diagnostics/apply-severities.ts';
import type { Announcement } from './announcements.ts';

/** Languages that the interface is written in. */
export type Language = 'en' | 'de';

/** Look and address of the portal. */
export interface PortalConfig {
  readonly title: string;
  /** Absolute path of a picture (SVG or PNG) for the header, if any. */
  readonly logo?: string;
  /** Absolute path of a picture (SVG, PNG or ICO) for tabs and bookmarks, if any. */
  readonly favicon?: string;
  /** CSS colour, `#rrggbb`. */
  readonly accent: string;
  /** Notices on the Home page, in the order in which they are shown; absent: none. */
  readonly announcements?: readonly Announcement[];
  /** Which pages have a picture of their own that other sites show with a link. Absent: none, as without `url`. */
  readonly socialImages?: 'pages' | 'portal' | 'none';
  /** Of the interface, BCP 47. */
  readonly language: Language;
  /** Where the portal will be published, without a trailing slash, if known. */
  readonly url?: string;
  /** Base path, with a slash at both ends; `/` for a domain of its own. */
  readonly base: string;
  /** Pages cannot be read without a network; absent: they can. */
  readonly offline?: false;
}

/** What all kinds of source have in common. */
interface SourceBase {
  /** Unique among the sources; shown to people. */
  readonly name: string;
  /** Globs of descriptor files inside each repository. */
  readonly catalogPaths: readonly string[];
  /** Kinds that may be defined beside the portal's default rule. `Group` and `User` must be named here to be read. */
  readonly allow?: readonly string[];
}

/** A folder that is a Git repository (also bare), or holds many. */
export interface LocalSourceConfig extends SourceBase {
  readonly type: 'local';
  /** Absolute path. */
  readonly path: string;
  /** The path itself is the repository: repositories are not looked for below it. */
  readonly mustBeRepository?: boolean;
  /** Where people browse it, if anywhere; `{name}` stands for the repository's folder name. */
  readonly webUrl?: string;
}

/** Repositories by URL; `https:`, `ssh:` and `file:`. */
export interface GitSourceConfig extends SourceBase {
  readonly type: 'git';
  /** URLs and patterns of URLs: `{a,b}` and `{1..9}` are expanded, `!` in front of a glob leaves out. */
  readonly urls: readonly string[];
  /** Absolute path of a file with more of them, one a line. */
  readonly urlsFile?: string;
  /** Branch or tag; by default each repository's own default branch. */
  readonly branch?: string;
  /** Sent as `Authorization` to these URLs' hosts only. */
  readonly token?: string;
}

/** A GitHub App that was installed on an organisation or user, to sign in as. */
export interface GithubAppConfig {
  /** Its id or client id. */
  readonly id: string;
  /** PEM; line ends may be written as `\\n`. */
  readonly privateKey: string;
  /** By default the host is asked which installation is the organisation's. */
  readonly installationId?: string;
}

/** An organisation or user of github.com or GitHub Enterprise. */
export interface GithubSourceConfig extends SourceBase {
  readonly type: 'github';
  readonly organisation: string;
  /** REST base URL; `https://api.github.com` unless it is an Enterprise server. */
  readonly apiUrl: string;
  readonly token?: string;
  /** Signs in instead of the token. */
  readonly app?: GithubAppConfig;
  /** Read instead of each repository's default branch; repositories without it are left out. */
  readonly branch?: string;
  /** Globs on the repository name: kept when one matches (default `*`) … */
  readonly include: readonly string[];
  /** … and none of these does. */
  readonly exclude: readonly string[];
  /** Kept are repositories that have one of these; those with `!` in front refuse. Empty: whatever the topics. */
  readonly topics: readonly string[];
  /** Empty: whatever the visibility. */
  readonly visibility: readonly ('public' | 'internal' | 'private')[];
  /** Teams that everybody in the organisation may see become Groups. */
  readonly teams: boolean;
  /** Members of the organisation become Users; with `teams`, of the groups that they are in. */
  readonly members: boolean;
  readonly archived: boolean;
  readonly forks: boolean;
}

/** A group or user of gitlab.com or of a GitLab of one's own. */
export interface GitlabSourceConfig extends SourceBase {
  readonly type: 'gitlab';
  /** Full path (`acme/platform`), or a user's name. */
  readonly group: string;
  /** Where people browse the host, without a slash at the end; it may lie below a path. */
  readonly url: string;
  readonly token?: string;
  /** Projects of groups below the group are read as well. */
  readonly subgroups: boolean;
  /** Read instead of each project's default branch; projects without it are left out. */
  readonly branch?: string;
  /** Globs on the path below the group: kept when one matches (default `**`) … */
  readonly include: readonly string[];
  /** … and none of these does. */
  readonly exclude: readonly string[];
  /** Kept are projects that have one of these; those with `!` in front refuse. Empty: whatever the topics. */
  readonly topics: readonly string[];
  /** Empty: whatever the visibility. */
  readonly visibility: readonly ('public' | 'internal' | 'private')[];
  /** The group and those below it become Groups. */
  readonly groups: boolean;
  /** Their direct members become Users; with `groups`, of the groups that they are in. */
  readonly members: boolean;
  readonly archived: boolean;
  readonly forks: boolean;
}

/** What `catalog.rules` and the portal call the source of repositories that none lists and that Locations lead to. */
export const followedSource = 'locations';

/** A place that repositories come from. */
export type SourceConfig = LocalSourceConfig | GitSourceConfig | GithubSourceConfig | GitlabSourceConfig;

/** Limits on what a crawl and one repository of it may cost. Every one has a diagnostic of its own. */
export interface CrawlLimits {
  /** After this many minutes no further repository is begun. */
  readonly minutes: number;
  readonly filesPerRepository: number;
  readonly bytesPerRepository: number;
  readonly bytesPerFile: number;
  readonly secondsPerRepository: number;
  /** How far back the history of docs pages is looked at. */
  readonly commitsPerRepository: number;
}

/** A span of time as people say it. */
export interface Age {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/** How docs are rendered. */
export interface TechdocsConfig {
  readonly enabled: boolean;
  /** A Python with MkDocs of one's own, a command of the `PATH` or an absolute path; otherwise Callboard makes its environment. */
  readonly python?: string;
  /** Processor seconds. */
  readonly secondsPerSite: number;
  readonly megabytesPerSite: number;
  /** `required`: no docs where the system cannot shut the renderer in; `off`: not even tried. */
  readonly sandbox: 'auto' | 'required' | 'off';
  /** Hosts whose pages docs may show in an iframe. */
  readonly iframeHosts: readonly string[];
  /** Pages say who changed them when. */
  readonly history: boolean;
  /** Pages that nobody changed for so long are marked; absent: none is. */
  readonly staleAfter?: Age;
  /** Draws PlantUML diagrams: absolute path of its jar, and the command that starts Java. */
  readonly plantuml?: { readonly jar: string; readonly java: string };
}

/** How links of docs to the web are checked. */
export interface ExternalLinksConfig {
  /** In every build; otherwise only when a build is asked to. */
  readonly check: boolean;
  /** A link that was good is asked for again after so many days. */
  readonly days: number;
  /** All of it may take so long in one build. */
  readonly minutes: number;
  /** Globs on `<host>/<path>` of addresses that are not asked for; a host alone means all of it. */
  readonly ignore: readonly string[];
  /** Hosts, with port if not the usual one, that may be asked although they lie in a private network. */
  readonly privateHosts: readonly string[];
}

/** Publish into a folder. */
export interface FolderTargetConfig {
  readonly type: 'folder';
  /** Absolute path. */
  readonly path: string;
}

/** Publish into an S3 or compatible bucket. Credentials come from the environment, as the AWS SDK reads them. */
export interface S3TargetConfig {
  readonly type: 's3';
  readonly bucket: string;
  /** Key prefix without slashes at its ends; `''` for the bucket's root. */
  readonly prefix: string;
  readonly region: string;
  readonly endpoint?: string;
  readonly pathStyle: boolean;
}

/** Where a portal is published. */
export type PublishTargetConfig = FolderTargetConfig | S3TargetConfig;

/** `callboard.yaml`, checked, with every default filled in and every path absolute. */
export interface CallboardConfig {
  /** Absolute path of the file that it was read from. */
  readonly file: string;
  /** Absolute path of the folder that holds it. */
  readonly root: string;
  readonly portal: PortalConfig;
  readonly sources: readonly SourceConfig[];
  readonly catalog: {
    /** What may be defined where; the last rule that matches decides. */
    readonly allow: readonly AllowRule[];
    /** Backstage's kinds and those that the portal's model files declare. */
    readonly model: CatalogModel;
    /** Globs on `<host>/<owner>/<name>` of repositories that no source lists and that Locations may lead to; empty: none. */
    readonly followLocations: readonly string[];
    /** Of repositories without a descriptor a few small files are read, for the descriptor that is suggested. */
    readonly suggestions: boolean;
    /** Descriptors without an owner have that of their repository's CODEOWNERS file. */
    readonly ownersFromCodeowners: boolean;
    /** Globs on slugs of repositories that need no descriptor. */
    readonly notExpected: readonly string[];
  };
  /** Severities that differ from the catalogue of codes. */
  readonly diagnostics: SeverityChoices;
  readonly crawl: CrawlLimits;
  /** Id of removals that were held back and are meant (`crawl.confirmRemovals`). */
  readonly confirmRemovals?: string;
  readonly techdocs: TechdocsConfig;
  /** `techdocs.externalLinks`; apart, because what docs become does not depend on it. */
  readonly externalLinks: ExternalLinksConfig;
  /** Absolute path of the folder that `build` writes. */
  readonly output: string;
  readonly publish?: PublishTargetConfig;
}
