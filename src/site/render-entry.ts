import { createApp } from 'astro/app/entrypoint';
import type { PageView } from '../portal/views/page.ts';

const app = createApp({ streaming: false });

/**
 * Renders one page's HTML. `path` starts with the base path and is as files are named, not encoded; the route must be the one of
 * `page.page`.
 */
export const renderPage = (path: string, page: PageView): Promise<Response> => {
  const url = new URL(path.replace(/[?#%\\]/g, encodeURIComponent), 'http://portal.invalid');
  return app.render(new Request(url), { locals: { page } });
};
