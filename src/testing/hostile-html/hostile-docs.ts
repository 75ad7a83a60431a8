import { parseFragment } from 'parse5';
import type { Files } from '../git-repository.ts';
import { places } from './places.ts';

/** A payload and the place of a page's Markdown that it stands in. */
export interface Attempt {
  readonly place: string;
  readonly payload: string;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const fileNameLength = 80;

/** Whether what follows a payload on a page is no longer read as what it is. */
function swallows(payload: string): boolean {
  const { childNodes } = parseFragment(`<div>${payload}</div><i id="after"></i>`);
  const last = childNodes.at(-1);
  return !(last !== undefined && 'tagName' in last && last.tagName === 'i');
}

/** Sorts attempts into pages so that none is hidden by one before it: what swallows stands last on its page. */
export function pagesOf(attempts: readonly Attempt[], perPage: number): readonly (readonly Attempt[])[] {
  const known = new Map<string, boolean>();
  const isLast = ({ payload }: Attempt) => {
    if (!known.has(payload)) known.set(payload, swallows(payload));
    return known.get(payload) ?? false;
  };
  const { true: last = [], false: others = [] } = Object.groupBy(attempts, (attempt) => String(isLast(attempt)));
  const count = Math.max(last.length, Math.ceil(others.length / perPage));
  const size = Math.ceil(others.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => [
    ...others.slice(index * size, (index + 1) * size),
    ...last.slice(index, index + 1),
  ]);
}

/** Markdown of a page; `title` is a payload for its front matter, `parts` gets the snippets that it includes. */
function markdownOf(attempts: readonly Attempt[], title: string, parts: Record<string, string>, page: number): string {
  const body = attempts.map(({ place, payload }, index) => {
    const n = page * 1000 + index;
    if (place === 'snippet') parts[`docs/parts/${n}.txt`] = payload;
    return (places[place] ?? String)(payload, n);
  });
  const front = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\ntemplate: ${JSON.stringify(title)}\n---\n\n`;
  return `${front}${body.join('\n\n')}\n`;
}

/** The name of a page's file made of a payload, as a file system lets it be. */
function fileNameOf(payload: string, page: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are not what this suite is about
  const name = payload.replace(/[/\u0000-\u001f\u007f]/g, '_').replace(/^[."]+/, '');
  return `p${page}-${[...name].slice(0, fileNameLength).join('')}.md`;
}

/** A repository whose docs are hostile wherever their author has a say. */
export function hostileRepository(
  name: string,
  pages: readonly (readonly Attempt[])[],
  titles: readonly string[],
): Files {
  const parts: Record<string, string> = {};
  const titleOf = (page: number) => titles[page % titles.length] ?? 'x';
  const uris = pages.map((_, page) => (page % 4 === 0 ? fileNameOf(titleOf(page + 1), page) : `p${page}.md`));
  const documents = pages.map((attempts, page) => {
    return [`docs/${uris[page]}`, markdownOf(attempts, titleOf(page), parts, page)] as const;
  });
  const drawings = titles
    .filter((_, index) => index % 4 === 0)
    .map((payload, index) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${payload}</svg>`;
      return [`docs/img/s${index}.svg`, svg] as const;
    });
  const nav = uris.map((uri, page) => ({ [`${page} ${titleOf(page + 2)}`]: uri }));
  const config = {
    site_name: titleOf(3),
    site_description: titleOf(4),
    copyright: titleOf(5),
    repo_url: titleOf(6),
    nav: [...nav, ...titles.slice(0, 50).map((payload) => ({ [`Link ${payload}`]: payload }))],
    theme: { name: titleOf(7), logo: titleOf(8), custom_dir: titleOf(9), favicon: titleOf(10) },
    extra: { html: titleOf(11) },
    extra_javascript: ['//evil.example/x.js', titleOf(12)],
    extra_css: ['//evil.example/x.css'],
    plugins: [
      { redirects: { redirect_maps: Object.fromEntries(titles.slice(0, 40).map((to, n) => [`old${n}.md`, to])) } },
    ],
    markdown_extensions: [
      { toc: { title: titleOf(13), permalink: titleOf(14) } },
      { footnotes: { BACKLINK_TEXT: titleOf(15) } },
    ],
  };
  return {
    'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  title: ${JSON.stringify(titleOf(16).slice(0, 60))}\n  description: ${JSON.stringify(titleOf(17))}\n  annotations: { backstage.io/techdocs-ref: 'dir:.' }\nspec: { type: service, lifecycle: production, owner: crew }\n`,
    'mkdocs.yml': JSON.stringify(config),
    'docs/index.md': `# Start\n\n${drawings.map(([path]) => `![x](${path.slice(5)})`).join('\n')}\n`,
    'docs/img/a.png': png,
    ...parts,
    ...Object.fromEntries([...drawings, ...documents]),
  };
}

/** A repository without a docs folder: its README is its docs. */
export function hostileReadme(name: string, attempts: readonly Attempt[]): Files {
  const text = attempts.map(({ place, payload }, index) => (places[place] ?? String)(payload, index)).join('\n\n');
  return {
    'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  annotations: { backstage.io/techdocs-ref: 'dir:.' }\nspec: { type: service, lifecycle: production, owner: crew }\n`,
    'README.md': `# ${name}\n\n${text}\n`,
  };
}
