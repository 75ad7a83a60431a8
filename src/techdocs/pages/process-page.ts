import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { AddressPlace } from '../links/locate-address.ts';
import type { FailureReason, RenderMessage } from '../renderer/render-job.ts';
import { makePageSafe, type SafePage } from './page-html.ts';
import type { PagePlace } from './page-state.ts';
import { PageTooHard } from './parse-page.ts';

/** A page ready for the cache, and the problems of it. */
export interface ProcessedPage {
  readonly page: SafePage;
  readonly diagnostics: readonly Diagnostic[];
}

const codes = {
  'not-utf8': 'techdocs/page-not-utf8',
  'too-slow': 'techdocs/page-too-slow',
  'too-large': 'techdocs/page-too-large',
  failed: 'techdocs/page-failed',
} as const satisfies Record<FailureReason, string>;
/** More problems than this on one page say nothing new. */
const mostProblems = 50;

/** Makes a rendered page safe; one that cannot be made safe becomes a notice. `locate` says where an address of it stands. */
export async function processPage(
  message: RenderMessage & { readonly type: 'page' },
  place: PagePlace,
  locate: (address: string) => AddressPlace,
): Promise<ProcessedPage> {
  let page: SafePage;
  try {
    page = await makePageSafe(message.html, place);
  } catch (error) {
    return failedPage('failed', error instanceof PageTooHard ? error.message : String(error), place);
  }
  const where = (address: string) => ({ repository: place.repository.slug, ...locate(address) });
  const problems = page.problems.slice(0, mostProblems).map(({ code, message: text, address, hint }) => {
    const better = hint === undefined ? {} : { hint };
    return diagnose(code, { message: capitalise(text), ...better, source: where(address) });
  });
  const snippets = [...new Set(message.missing)].slice(0, mostProblems).map((name) => {
    return diagnose('techdocs/snippet-not-found', {
      message: `The snippet "${name}" does not exist`,
      source: where(name),
    });
  });
  return { page, diagnostics: [...problems, ...snippets] };
}

/** The notice that stands in place of a page that could not be rendered, and its diagnostic. */
export function failedPage(reason: FailureReason, detail: string, place: PagePlace): ProcessedPage {
  const { page, repository } = place;
  const title = page.path === '' ? 'Docs' : (page.path.split('/').at(-2) ?? 'Docs');
  const html = `<div class="admonition failure"><p class="admonition-title">This page could not be rendered</p><p>Its source is <code>${escapeText(page.source)}</code>; the portal’s Problems page says what to do.</p></div>`;
  const message = `${page.source} could not be rendered: ${detail}`;
  const diagnostic = diagnose(codes[reason], { message, source: { repository: repository.slug, path: page.source } });
  return { page: { html, headings: [], title, description: '', problems: [] }, diagnostics: [diagnostic] };
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
