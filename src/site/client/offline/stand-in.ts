import * as text from '@text/offline';
import { element } from '../element.ts';
import { base, localTime } from './place.ts';
import { readParts } from './records.ts';
import { readVisited } from './store.ts';

/** Visited pages that are listed. */
const most = 40;

const titleOf = async (path: string): Promise<string> => {
  const html = await (await caches.match(path))?.text();
  const title = new DOMParser().parseFromString(html ?? '', 'text/html').title;
  return title.split(' · ').slice(0, -1).join(' · ') || title || decodeURI(path);
};

const item = (path: string, title: string, note?: string): HTMLElement =>
  element(
    'li',
    {},
    element('a', { class: 'cb-strong', href: path }, title),
    ...(note ? [' ', element('span', { class: 'cb-count' }, note)] : []),
  );

const list = (title: string, items: readonly HTMLElement[]): readonly HTMLElement[] =>
  items.length === 0
    ? []
    : [
        element(
          'section',
          { class: 'cb-section' },
          element('header', {}, element('h2', {}, title)),
          element('ul', { class: 'cb-offline-list' }, ...items),
        ),
      ];

/** Lists what can be read here without a network, and opens the page that was asked for when the network is back. */
const start = async (root: HTMLElement): Promise<void> => {
  const isItself = location.pathname === `${base}offline/`;
  const words = root.querySelector('[data-why]');
  if (words && isItself) words.textContent = text.whatIsHere;
  else {
    root.querySelector('[data-again]')?.addEventListener('click', () => location.reload());
    addEventListener('online', () => location.reload());
  }
  const parts = (await readParts(base)).map((part) => item(base + part.start, part.title, localTime(part.savedAt)));
  const { pages } = await readVisited();
  const own = [location.pathname, `${base}offline/`];
  const visited = pages.filter((path) => !own.includes(path)).slice(0, most);
  const visits = await Promise.all(visited.map(async (path) => item(path, await titleOf(path))));
  const nothing = element('p', { class: 'cb-empty' }, text.nothingHere);
  const found = [...list(text.savedHere, parts), ...list(text.visitedHere, visits)];
  root.querySelector('[data-list]')?.replaceChildren(...(found.length > 0 ? found : [nothing]));
};

const root = document.querySelector<HTMLElement>('[data-stand-in]');
if (root) start(root);
