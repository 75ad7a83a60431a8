import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { type CachedSite, writeCachedSite } from './site-cache.ts';
import type { SiteRecord } from './site-record.ts';

const file = 'notice.html';

/** Makes the site of one page that stands in place of docs that could never be built yet, and says why. */
export async function writeNoticeSite(plan: DocsSitePlan, why: string, stateFolder: string): Promise<CachedSite> {
  const { layout, entityTitle } = plan;
  const title = layout.siteName ?? entityTitle;
  const sourcePath = layout.configPath ?? layout.files[0]?.path ?? '';
  const reason = why.replace(/\.$/, '');
  const html = `<div class="admonition failure"><p class="admonition-title">These docs could not be built</p><p>${escapeText(reason)}.</p><p>The portal’s Problems page says what to do.</p></div>`;
  const page = { path: '', sourcePath, title, description: '', headings: [], mended: [], references: [], file };
  const record: SiteRecord = {
    title,
    nav: [{ title, path: '', children: [] }],
    pages: [{ ...page, hash: createHash('sha256').update(html).digest('hex') }],
    assets: [],
    redirects: [],
    diagnostics: [],
  };
  const name = createHash('sha256')
    .update(JSON.stringify(['notice', record]))
    .digest('hex');
  return writeCachedSite(stateFolder, name, async (folder) => {
    await mkdir(join(folder, 'pages'));
    await writeFile(join(folder, 'pages', file), html);
    return record;
  });
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
