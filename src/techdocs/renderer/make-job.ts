import type { DocsBlobs } from '../docs-blobs.ts';
import type { DocsSitePlan } from '../plan/plan-docs-sites.ts';
import { toMkdocsNav } from '../sites/site-nav.ts';
import type { JobLimits, RenderJob } from './render-job.ts';

/** The job of rendering these pages of a site. Pure. */
export function makeJob(
  render: readonly string[],
  plan: DocsSitePlan,
  { pathOf }: Pick<DocsBlobs, 'pathOf'>,
  limits: JobLimits,
): RenderJob {
  const { layout, repository } = plan;
  const files = layout.files.flatMap(({ uri, path }) => {
    const made = layout.generated?.[uri];
    if (made !== undefined) return [{ uri, text: made }];
    const file = repository.files.get(path);
    if (!file) return [];
    return [file.text === undefined ? { uri, file: pathOf(file.oid) } : { uri, text: file.text }];
  });
  const snippets = layout.snippetFiles.flatMap((path) => {
    const file = repository.files.get(path);
    return file ? [[path, pathOf(file.oid)] as const] : [];
  });
  return {
    site: {
      name: layout.siteName ?? plan.entityTitle,
      nav: layout.nav ? toMkdocsNav(layout.nav) : null,
      excludeDocs: layout.excludeDocs ?? null,
      notInNav: layout.notInNav ?? null,
      draftDocs: layout.draftDocs ?? null,
      extensions: rendererExtensions(layout.extensions),
    },
    files,
    snippets: { files: Object.fromEntries(snippets), bases: layout.snippetBases },
    render,
    limits,
  };
}

/** Where snippets lie is the job's own matter. */
function rendererExtensions(extensions: RenderJob['site']['extensions']): RenderJob['site']['extensions'] {
  const { 'pymdownx.snippets': snippets, ...others } = extensions;
  const { base_path: _, ...rest } = snippets ?? {};
  return Object.keys(rest).length > 0 ? { ...others, 'pymdownx.snippets': rest } : others;
}
