import { distance } from 'fastest-levenshtein';
import { element } from './element.ts';

type Name = readonly [title: string, url: string, kind: string];

/** The names nearest to what was asked for, best first: the same beginning, or few letters wrong. */
export const nearestNames = (names: readonly Name[], asked: string, most = 6): readonly Name[] =>
  names
    .map((name) => {
      const title = name[0].toLowerCase();
      const inside = asked.length > 2 && (title.includes(asked) || asked.includes(title));
      return { name, score: distance(title, asked) / Math.max(title.length, asked.length, 1) - (inside ? 0.3 : 0) };
    })
    .filter(({ score }) => score < 0.5)
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ name }) => name);

const askedFor = (): string => {
  const segments = location.pathname.split('/').filter((segment) => segment && segment !== 'index.html');
  try {
    return decodeURIComponent(segments.at(-1) ?? '').toLowerCase();
  } catch {
    return '';
  }
};

const start = async (root: HTMLElement): Promise<void> => {
  const asked = askedFor();
  const field = root.querySelector<HTMLInputElement>('input[name=query]');
  if (field) field.value = asked.replaceAll(/[-_.]+/g, ' ');
  const names = (await (await fetch(root.dataset['nearMatches'] ?? '')).json()) as readonly Name[];
  const near = nearestNames(names, asked);
  const section = root.querySelector<HTMLElement>('[data-near-list]');
  if (!section || near.length === 0) return;
  const items = near.map(([title, url, kind]) =>
    element(
      'li',
      {},
      element('a', { class: 'cb-strong', href: url }, title),
      ' ',
      element('span', { class: 'cb-count' }, kind),
    ),
  );
  section.querySelector('ul')?.replaceChildren(...items);
  section.hidden = false;
};

const root = document.querySelector<HTMLElement>('[data-near-matches]');
if (root) start(root);
