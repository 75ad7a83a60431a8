import type { FilesByPath } from './docs-fixture.ts';

/** How it shows that an attack worked. */
type Goal =
  /** A file was made that the attack makes. */
  | 'canary'
  /** Text of a file outside the repository, or of the environment, is in the site. */
  | 'secret'
  /** So is a file of the machine. */
  | 'machine'
  /** Output stands outside the output folder. */
  | 'elsewhere'
  /** A server on this machine was asked. */
  | 'connection'
  /** Markup of the author's is in the site's own pages. */
  | 'marker';

/**
 * A way in which a repository makes MkDocs run code, read what is not its own, or write where it should not. `CANARY` stands for a file
 * that the attack makes, `SECRET` for one outside the repository whose text it wants in a page, `PORT` for a server of the test.
 */
export interface Attack {
  readonly name: string;
  readonly goal: Goal;
  readonly files: FilesByPath;
  /** Symbolic links by path, which Git knows and a crawl never follows. */
  readonly links: Readonly<Record<string, string>>;
}

type Written = Readonly<Record<string, string | { readonly link: string }>>;

/** An attack of a configuration, and the files that belong to it. */
export function attack(name: string, goal: Goal, written: Written): Attack {
  const entries = Object.entries(written);
  const files = entries.flatMap(([path, text]) => (typeof text === 'string' ? [[path, text] as const] : []));
  const links = entries.flatMap(([path, text]) => (typeof text === 'string' ? [] : [[path, text.link] as const]));
  return { name, goal, files: Object.fromEntries(files), links: Object.fromEntries(links) };
}

/** A site of one page with these settings. */
export const config = (text: string) => ({ 'mkdocs.yml': `site_name: x\n${text}\n`, 'docs/index.md': '# Index\n' });
/** Python that leaves a trace. */
export const touch = 'open("CANARY", "w").close()';
/** A Markdown extension that leaves a trace. */
export const extension = `import markdown\n${touch}\ndef makeExtension(**kwargs): return markdown.Extension()\n`;
/** A plugin and a theme that Python finds in the folder that it is started from. */
export const plugin = {
  'evil-1.dist-info/METADATA': 'Metadata-Version: 2.1\nName: evil\nVersion: 1\n',
  'evil-1.dist-info/entry_points.txt': '[mkdocs.plugins]\nevil = evilplugin:P\n[mkdocs.themes]\nevil = evil\n',
  'evilplugin.py': `import mkdocs.plugins\n${touch}\nclass P(mkdocs.plugins.BasePlugin): pass\n`,
};
