import type { CatalogIndexPage } from './catalog.ts';
import type { DocsHomePage, DocsPageView, RedirectPage } from './docs.ts';
import type { EntityPage } from './entity.ts';
import type { GraphPage } from './graph.ts';
import type { HomePage } from './home.ts';
import type { ProblemCodePage, ProblemGroupPage, ProblemsPage } from './problems.ts';
import type { NotFoundPage, SearchPage } from './search.ts';

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
  | NotFoundPage;
