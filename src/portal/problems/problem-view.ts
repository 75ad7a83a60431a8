import type { RepositoryInfo } from '../../catalog/repository-files.ts';
import { diagnosticCodes } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatAddress } from '../../diagnostics/format-address.ts';
import { hostFileUrl, urlOf } from '../urls.ts';
import type { EntityMention, ProblemView } from '../views/shared.ts';
import { codePath } from './problem-paths.ts';

/** Characters of a message or a hint that a page shows; `api/diagnostics.json` has all of them. */
const textLimit = 1000;

/** What showing a diagnostic needs of the portal. */
export interface ProblemSurroundings {
  readonly config: { readonly base: string };
  readonly repositoryBySlug: ReadonlyMap<string, RepositoryInfo>;
  readonly mentions: ReadonlyMap<string, EntityMention>;
}

/** A diagnostic as pages show it, with links to its line, its entity and the page of its code. */
export function problemView(portal: ProblemSurroundings, diagnostic: Diagnostic): ProblemView {
  const { source, entityRef } = diagnostic;
  const repository = source && portal.repositoryBySlug.get(source.repository);
  const addressUrl =
    repository && source.path ? hostFileUrl(repository, source.path, 'blob', source.line) : repository?.webUrl;
  const entity = entityRef === undefined ? undefined : portal.mentions.get(entityRef);
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    codeUrl: urlOf(portal.config.base, codePath(diagnostic.code)),
    title: diagnosticCodes[diagnostic.code].title,
    message: clip(diagnostic.message),
    hint: clip(diagnostic.hint),
    ...(source && { address: formatAddress(source) }),
    ...(addressUrl && { addressUrl }),
    ...(entity && { entity }),
  };
}

function clip(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit - 1).trimEnd()}…` : text;
}
