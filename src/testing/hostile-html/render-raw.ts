import { pagePath } from '../../techdocs/layout/docs-layout.ts';
import { planDocsSites } from '../../techdocs/plan/plan-docs-sites.ts';
import { preparePython } from '../../techdocs/renderer/python-environment.ts';
import { openRenderer } from '../../techdocs/renderer/renderer.ts';
import { docsConfig, makeDocsFixture } from '../../techdocs/testing/docs-fixture.ts';
import type { Files } from '../git-repository.ts';

/** What MkDocs makes of a repository's pages, with nothing sanitised, by path inside the site. */
export async function renderRaw(name: string, files: Files): Promise<ReadonlyMap<string, string>> {
  const plain = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, content as string | Uint8Array]),
  );
  const fixture = await makeDocsFixture({ [name]: plain });
  const pages = new Map<string, string>();
  try {
    const { signal, log } = fixture.context;
    const choice = await preparePython({ signal, log });
    const options = { signal, log, concurrency: 2, config: docsConfig, blobs: fixture.blobs };
    const { renderer } = await openRenderer(choice, options);
    if (!renderer) throw new Error('The renderer does not start.');
    const { plans } = planDocsSites(fixture.catalog, fixture.repositories);
    for (const plan of plans) {
      await renderer.render(plan, (message) => {
        if (message.type === 'page') pages.set(pagePath(message.uri), message.html);
      });
    }
    await renderer.close();
  } finally {
    await fixture.remove();
  }
  return pages;
}
