import { parseInertYaml } from '../inert-yaml.ts';
import { nameOf, titleOfName } from './page-tree.ts';

/** Title of a page as MkDocs finds it: front matter, first heading, name. `text` absent: its name. */
export function pageTitle(uri: string, text: string | undefined): string {
  const source = (text ?? '').replace(/^\uFEFF/, '').slice(0, 65_536);
  const front = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  const data = front ? parseInertYaml(front[1] ?? '').value : undefined;
  const own = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)['title'] : undefined;
  if (typeof own === 'string' && own.trim() !== '') return own.trim();
  const body = source.slice(front?.[0].length ?? 0).trimStart();
  const first = body.slice(0, 500).split(/\r?\n/, 2);
  const heading =
    /^#[ \t]+(\S[^\n]*)$/.exec(first[0] ?? '')?.[1] ?? (/^=+\s*$/.test(first[1] ?? '') ? first[0] : undefined);
  const title = heading
    ?.replace(/(?:[ \t]#+)?[ \t]*$/, '')
    .replace(/[ \t]*\{[^}]*\}$/, '')
    .trim();
  return title || titleOfName(nameOf(uri));
}
