import type { CatalogIndexPage } from './catalog.ts';
import type { ChangesPage } from './changes.ts';
import type { NotInCatalogPage } from './coverage.ts';
import type { DocsPageView, RedirectPage } from './docs.ts';
import type { DocsHomePage } from './docs-home.ts';
import type { EntityPage } from './entity.ts';
import type { GraphPage } from './graph.ts';
import type { HomePage } from './home.ts';
import type { NotFoundPage } from './not-found.ts';
import type { OfflinePage } from './offline.ts';
import type { ProblemCodePage, ProblemGroupPage, ProblemsPage } from './problems.ts';
import type { SearchPage } from './search.ts';
import type { SettingsPage } from './settings.ts';
import type { StatusPage } from './status.ts';

/** Any page of the portal. */
export type PageView =
  | EntityPage
  | CatalogIndexPage
  | HomePage
  | DocsHomePage
  | DocsPageView
  | RedirectPage
  | SearchPage
  | ProblemsPage
  | ProblemGroupPage
  | ProblemCodePage
  | GraphPage
  | NotInCatalogPage
  | SettingsPage
  | StatusPage
  | ChangesPage
  | OfflinePage
  | NotFoundPage;
