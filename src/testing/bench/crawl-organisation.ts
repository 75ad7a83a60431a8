import { randomInt, randomLcg } from 'd3';

/** How large the repositories of a crawled organisation are. */
export type RepositorySize = 'bare' | 'small' | 'medium' | 'large';

/**
 * The files of one repository: a descriptor, and but for `bare` a docs folder of ten pages of prose and other files that a
 * crawl has no use for: 30 of them (`small`), with a megabyte among them (`medium`), or 3,000 (`large`).
 */
export function crawledRepository(index: number, size: RepositorySize): Record<string, string> {
  const files: Record<string, string> = { 'catalog-info.yaml': describeComponent(`r${index}`) };
  if (size === 'bare') return files;
  const random = randomLcg(index + 1);
  const pick = (below: number) => randomInt.source(random)(below)();
  const prose = (words: number) => Array.from({ length: words }, () => wordAt(pick(6000))).join(' ');
  files['mkdocs.yml'] = `site_name: r${index}\n`;
  for (let page = 0; page < 10; page += 1)
    files[`docs/page-${page}.md`] = `# Page ${page} of ${index}\n\n${prose(680)}\n`;
  const others = size === 'large' ? 3000 : 30;
  for (let other = 0; other < others; other += 1) {
    files[`src/part-${other % Math.ceil(others / 10)}/file-${other}.ts`] =
      `export const text${other} = '${prose(size === 'large' ? 20 : 150)}';\n`;
  }
  files['assets/data.csv'] = prose(size === 'small' ? 3000 : 150_000);
  return files;
}

/** A descriptor of one component. */
export function describeComponent(name: string): string {
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  owner: team\n`;
}

const syllables = [
  'ta',
  'ren',
  'vo',
  'sil',
  'ka',
  'mor',
  'e',
  'din',
  'pra',
  'lu',
  'the',
  'ing',
  'ost',
  'a',
  'qui',
  'ber',
];

// Prose that compresses as that of real docs does: 4.4 KB a page to 1.7.
function wordAt(index: number): string {
  return (syllables[index % 16] ?? '') + (syllables[(index >> 4) % 16] ?? '') + (syllables[index >> 8] ?? '');
}
