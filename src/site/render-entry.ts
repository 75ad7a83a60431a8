import { createApp } from 'astro/app/entrypoint';
import type { PageView } from '../portal/views/page.ts';

const app = createApp({ streaming: false });

/** Renders one page's HTML. `path` starts with the base path; the route must be the one of `page.page`. */
export const renderPage = (path: string, page: PageView): Promise<Response> =>
  app.render(new Request(new URL(path, 'http://portal.invalid')), { locals: { page } });
