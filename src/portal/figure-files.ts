import katex from 'katex/package.json' with { type: 'json' };
import mermaid from 'mermaid/package.json' with { type: 'json' };
import type { DocsPage, DocsSite } from '../techdocs/docs-site.ts';
import { docsPath, urlOf } from './urls.ts';
import type { DocsFigures } from './views/docs.ts';

/** Folder of Mermaid's files inside the portal, by version: what is there never changes. */
export const mermaidFolder = `assets/mermaid-${mermaid.version}`;

/** Folder of KaTeX's style sheet and fonts inside the portal. */
export const katexFolder = `assets/katex-${katex.version}`;

/** What a docs page loads for its diagrams and formulas; nothing for a page without. */
export function figuresOf(base: string, { entityRef }: DocsSite, page: DocsPage): DocsFigures {
  const { mermaid: hasMermaid, mathsStyles } = page;
  return {
    ...(hasMermaid && { mermaidUrl: urlOf(base, `${mermaidFolder}/mermaid.js`) }),
    styleUrls:
      mathsStyles === undefined
        ? []
        : [urlOf(base, `${katexFolder}/katex.css`), urlOf(base, docsPath(entityRef, mathsStyles))],
  };
}

/** Which of the libraries' files any page of the portal needs. */
export function neededFigureFiles(sites: readonly DocsSite[]): { readonly mermaid: boolean; readonly katex: boolean } {
  const pages = sites.flatMap((site) => site.pages);
  return {
    mermaid: pages.some((page) => page.mermaid),
    katex: pages.some(({ mathsStyles }) => mathsStyles !== undefined),
  };
}
