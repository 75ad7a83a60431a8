import { diagnosticCodes } from '../diagnostics/codes.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { groupBy, mentionOf, type Portal } from './assemble-portal.ts';
import { frameOf } from './frame.ts';
import { hostFileUrl, urlOf } from './urls.ts';
import type { ProblemsPage } from './views/problems.ts';
import type { ProblemView } from './views/shared.ts';

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A diagnostic as pages show it, with links to its line and its entity. */
export function problemView(portal: Portal, diagnostic: Diagnostic): ProblemView {
  const { source, entityRef } = diagnostic;
  const repository = source && portal.repositoryBySlug.get(source.repository);
  const addressUrl =
    repository && source.path ? hostFileUrl(repository, source.path, 'blob', source.line) : repository?.webUrl;
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    title: diagnosticCodes[diagnostic.code].title,
    message: diagnostic.message,
    hint: diagnostic.hint,
    ...(source && { address: addressOf(source) }),
    ...(addressUrl && { addressUrl }),
    ...(entityRef && portal.mentions.has(entityRef) && { entity: mentionOf(portal, entityRef) }),
  };
}

function addressOf(source: NonNullable<Diagnostic['source']>): string {
  const path = source.path ? `/${source.path}` : '';
  const line = source.line ? `:${source.line}${source.column ? `:${source.column}` : ''}` : '';
  return source.repository + path + line;
}

/** `/problems/`: every diagnostic of the build, by repository, the worst repository first. */
export function problemsPage(portal: Portal): ProblemsPage {
  const groups = [...groupBy(portal.diagnostics, (item) => item.source?.repository ?? '')].map(
    ([repository, diagnostics]) => ({
      repository: repository === '' ? 'This portal' : repository,
      ...urlIfAny(portal.repositoryBySlug.get(repository)?.webUrl),
      rank: Math.min(...diagnostics.map((item) => ranks[item.severity])),
      problems: [...diagnostics]
        .sort((a, b) => ranks[a.severity] - ranks[b.severity])
        .map((item) => problemView(portal, item)),
    }),
  );
  const count = (severity: Severity) => portal.diagnostics.filter((item) => item.severity === severity).length;
  return {
    page: 'problems',
    frame: frameOf(portal, {
      path: 'problems/',
      title: 'Problems',
      description: 'Everything that the last build found wrong, with its file, line and remedy.',
      section: 'problems',
    }),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    groups: groups
      .sort(
        (a, b) => a.rank - b.rank || b.problems.length - a.problems.length || (a.repository < b.repository ? -1 : 1),
      )
      .map(({ rank: _, ...group }) => group),
    codes: [...groupBy(portal.diagnostics, (item) => item.code)]
      .map(([code, diagnostics]) => ({
        code,
        title: diagnosticCodes[code as Diagnostic['code']].title,
        count: diagnostics.length,
      }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    jsonUrl: urlOf(portal.config.base, 'api/diagnostics.json'),
  };
}

function urlIfAny(url: string | undefined) {
  return url ? { url } : {};
}
