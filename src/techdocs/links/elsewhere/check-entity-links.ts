import type { CatalogEntity } from '../../../catalog/entity.ts';
import { parseYamlFile } from '../../../catalog/yaml/yaml-documents.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import type { PortalMap } from './portal-map.ts';
import { referenceTarget } from './reference-target.ts';
import type { TargetProblem } from './target.ts';

/** Checks the links of entities that lead to pages of this portal, or to docs of its repositories. Pure. */
export function checkEntityLinks(map: PortalMap): readonly Diagnostic[] {
  return map.catalog.entities.flatMap((entity) => {
    const { links } = entity.entity.metadata;
    if (!links || entity.stale) return [];
    return links.flatMap(({ url }, index) => {
      const problem = typeof url === 'string' ? problemOf(url, map) : undefined;
      return problem ? [describe(problem, entity, index)] : [];
    });
  });
}

function problemOf(url: string, map: PortalMap): TargetProblem | undefined {
  if (url.startsWith('/')) return referenceTarget({ href: url, portal: url }, undefined, map).problem;
  return /^https?:\/\//i.test(url) ? referenceTarget({ href: url }, undefined, map).problem : undefined;
}

function describe({ code, message, hint }: TargetProblem, { ref, source }: CatalogEntity, index: number): Diagnostic {
  const { repository, path, line, yaml } = source;
  const [document] = parseYamlFile(yaml, { repository, path }).documents;
  const place = document?.locate(['metadata', 'links', index, 'url']) ?? { line: 1, column: 1 };
  return diagnose(code, {
    message,
    source: { repository, path, line: line + place.line - 1, column: place.column },
    entityRef: ref,
    ...(hint !== undefined && { hint }),
  });
}
