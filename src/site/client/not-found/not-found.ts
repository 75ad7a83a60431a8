import type { KnownNames } from '../../../portal/views/not-found.ts';
import { element } from '../element.ts';
import { nearEntities } from './near.ts';
import { askedEntity, resolve } from './resolve.ts';

const readNames = async (url: string): Promise<KnownNames> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

const start = async (root: HTMLElement): Promise<void> => {
  const { base = '/' } = document.documentElement.dataset;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : '';
  const names = await readNames(root.dataset['nearMatches'] ?? '');
  const target = resolve(names, path, location.search);
  const url = target === undefined ? undefined : new URL(`${base}${target}`, location.href);
  // What leads here again is not there.
  if (url && url.pathname !== location.pathname) {
    if (url.hash === '') url.hash = location.hash;
    return location.replace(url);
  }
  const asked = askedEntity(names, path);
  const field = root.querySelector<HTMLInputElement>('input[name=query]');
  if (field && asked) field.value = asked.name.replaceAll(/[-_.]+/g, ' ');
  const near = asked ? nearEntities(names, asked) : [];
  const section = root.querySelector<HTMLElement>('[data-near-list]');
  if (!section || near.length === 0) return;
  const items = near.map(({ title, path, about }) =>
    element(
      'li',
      {},
      element('a', { class: 'cb-strong', href: `${base}${path}` }, title),
      ' ',
      element('span', { class: 'cb-count' }, about),
    ),
  );
  section.querySelector('ul')?.replaceChildren(...items);
  section.hidden = false;
};

const root = document.querySelector<HTMLElement>('[data-near-matches]');
// Without the names, the page still says what it says.
if (root) start(root).catch(() => undefined);
