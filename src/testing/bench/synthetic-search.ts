import { randomLcg } from 'd3';

/** How much there is to search. */
export interface SearchSize {
  readonly entities: number;
  readonly docsPages: number;
  /** The same seed gives the same pages. */
  readonly seed: number;
}

/** A page as the portal's templates write it, as far as search reads it. */
interface SearchedPage {
  /** Path of its file inside the portal. */
  readonly path: string;
  readonly html: string;
}

type Chance = () => number;

const kinds = ['Component', 'Component', 'Component', 'API', 'Resource', 'System', 'Group', 'User', 'User'] as const;
const types = ['service', 'website', 'library', 'openapi', 'database', 'team'];
const lifecycles = ['production', 'production', 'production', 'experimental', 'deprecated'];
const subjects =
  'orders payments invoices returns search catalog pricing stock shipping customers loyalty fraud ledger tax basket checkout mails identity session media reviews reports forecasts routes couriers labels vouchers refunds accounts quotes'.split(
    ' ',
  );
const parts =
  'service api gateway worker store cache events graph portal jobs adapter proxy console sync importer exporter'.split(
    ' ',
  );
const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo wu za che dro ple sta tri gen mon ter val lin cor'.split(
  ' ',
);
const plain =
  'the a of to and in is for that on with as this by be it or are from at not when can which an will if has more one all each how what use run must read write deploy request response error retry queue topic table index release version config secret token owner team alert metric trace log dashboard rollback migration schema field client server host port cluster region backup restore limit timeout policy access role'.split(
    ' ',
  );

/** Pages of entities and of docs, with the words, names, filters and headings that a large company's have. Lazily, because all are 100 MB. */
export function* syntheticSearchPages({ entities, docsPages, seed }: SearchSize): Generator<SearchedPage> {
  const chance = randomLcg(seed);
  const words = vocabulary(chance);
  const names = Array.from({ length: entities }, (_, at) => nameOf(at));
  for (const [at, name] of names.entries()) yield entityPage(name, at, { chance, words, names });
  for (let at = 0; at < docsPages; at += 1) yield docsPage(at, { chance, words, names });
}

interface Making {
  readonly chance: Chance;
  readonly words: readonly string[];
  readonly names: readonly string[];
}

/** The first are everybody's words, then thousands of rare ones. */
function vocabulary(chance: Chance): readonly string[] {
  const made = Array.from({ length: 12_000 }, () =>
    Array.from({ length: 2 + Math.floor(chance() * 3) }, () => pick(syllables, chance)).join(''),
  );
  return [...plain, ...subjects, ...parts, ...made];
}

function nameOf(at: number): string {
  const subject = subjects[at % subjects.length];
  const part = parts[Math.floor(at / subjects.length) % parts.length];
  const round = Math.floor(at / (subjects.length * parts.length));
  // Every fiftieth has a name that others have too, in another namespace.
  return at % 50 === 7 ? 'api' : `${subject}-${part}${round === 0 ? '' : `-${round}`}`;
}

function entityPage(name: string, at: number, making: Making): SearchedPage {
  const { chance, names } = making;
  const kind = kinds[at % kinds.length] ?? 'Component';
  const namespace = name === 'api' ? `team-${at}` : 'default';
  const path = `catalog/${namespace}/${kind.toLowerCase()}/${name}/`;
  const owner = `Team ${at % 200}`;
  const filters = {
    kind,
    type: pick(types, chance),
    owner,
    lifecycle: pick(lifecycles, chance),
    tag: pick(subjects, chance),
    category: 'entity',
  };
  const meta = {
    title: name,
    glyph: kind.toLowerCase(),
    subtitle: `${kind} · ${filters.type} · ${owner}`,
    category: 'entity',
    keywords: `${kind.toLowerCase()}:${namespace}/${name} ${name} ${name.replaceAll('-', ' ')}`,
  };
  const related = Array.from({ length: 8 }, () => `<td>${pick(names, chance)}</td>`).join('');
  const body = `<h1 data-pagefind-weight="10">${name}</h1><p>${prose(30, making)}</p><h2 id="depends-on">Depends on</h2><table><tr>${related}</tr></table><h2 id="about">About</h2><p>${prose(25, making)}</p>`;
  return pageOf(path, filters, meta, body);
}

function docsPage(at: number, making: Making): SearchedPage {
  const { chance } = making;
  const site = making.names[Math.floor(at / 20)] ?? 'api';
  const path = `docs/default/component/${site}/page-${at}/`;
  const title = prose(3, making);
  const filters = { kind: 'Component', owner: `Team ${at % 200}`, entity: site, category: 'docs' };
  const meta = { title, glyph: 'docs', subtitle: `Docs of ${site}`, category: 'docs', keywords: site };
  const sections = Array.from(
    { length: 6 },
    (_, index) =>
      `<h2 id="section-${index}">${prose(3, making)}</h2><p>${prose(60, making)} ${pick(making.names, chance)}</p>`,
  );
  return pageOf(path, filters, meta, `<h1>${title}</h1>${sections.join('')}`);
}

function pageOf(
  path: string,
  filters: Readonly<Record<string, string>>,
  meta: Readonly<Record<string, string>>,
  body: string,
): SearchedPage {
  const marks = [
    ...Object.entries(filters).map((entry) => ['filter', ...entry]),
    ...Object.entries(meta).map((entry) => ['meta', ...entry]),
  ].map(([what, name, value]) => `<i data-pagefind-${what}="${name}[data-value]" data-value="${value}"></i>`);
  const html = `<!doctype html><html lang="en"><body><main data-pagefind-body><div hidden>${marks.join('')}</div>${body}</main></body></html>`;
  return { path: `${path}index.html`, html };
}

/** Words as language uses them: few often, most hardly ever (Zipf). */
function prose(length: number, { words, chance }: Making): string {
  return Array.from({ length }, () => words[Math.floor(words.length ** chance()) - 1] ?? 'the').join(' ');
}

function pick<Value>(values: readonly Value[], chance: Chance): Value {
  return values[Math.floor(chance() * values.length)] as Value;
}
