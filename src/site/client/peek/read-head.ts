/** What the head of an entity's page says, as text. */
export interface PageHead {
  readonly title: string;
  /** Its kind and lifecycle, then what it is. */
  readonly lines: readonly string[];
  /** Names and values of the first facts beside it. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const longest = 240;
const wanted = ['owner', 'part-of', 'member-of', 'contact', 'docs'];

const textOf = (node: Element | null | undefined): string => {
  const text = (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
};

const known = new Map<string, Promise<PageHead | undefined>>();

// The page itself, and not its data: it is small whatever the entity is, says everything in its language, and is there when
// the link is followed.
const fetchHead = async (path: string): Promise<PageHead | undefined> => {
  const response = await fetch(path).catch(() => undefined);
  if (!response?.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const title = textOf(page.querySelector('h1'));
  if (!title) return undefined;
  const sub = ['.cb-kind', '.cb-state'].map((name) => textOf(page.querySelector(`.cb-sub ${name}`)));
  const lines = [sub.filter(Boolean).join(' · '), textOf(page.querySelector('.cb-lede'))];
  const facts = wanted.flatMap((id) => {
    const fact = page.querySelector(`.cb-rail [data-fact="${id}"]`);
    const values = [...(fact?.querySelectorAll('dd > span > a:first-child, dd > span:not(:has(a))') ?? [])].map(textOf);
    return values.length > 0 ? [[textOf(fact?.querySelector('dt')), values.slice(0, 3).join(', ')] as const] : [];
  });
  return { title, lines: lines.filter(Boolean), facts };
};

/** The head of the page at a path; `undefined`: it cannot be read, or is no entity's. Asked for once. */
export const readHead = (path: string): Promise<PageHead | undefined> => {
  const head = known.get(path) ?? fetchHead(path);
  known.set(path, head);
  return head;
};
