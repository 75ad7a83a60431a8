import { type CatalogQuery, kindAskedFor, writeQuery } from '../../../portal/views/catalog-index/query.ts';

/** The tab of a kind. */
const tabOf = (kind: string): HTMLAnchorElement | undefined =>
  [...document.querySelectorAll<HTMLAnchorElement>('[data-keeps]')].find((tab) =>
    tab.pathname.endsWith(`/catalog/${encodeURIComponent(kind)}/`),
  );

/** An address of Backstage's catalog that asks for another kind leads there; whether it does. */
export const leaveForKind = (): boolean => {
  const address = new URLSearchParams(location.search);
  const kind = kindAskedFor(address);
  const tab = kind === undefined ? undefined : tabOf(kind);
  if (!tab || tab.ariaCurrent === 'page') return false;
  address.delete('filters[kind]');
  location.replace(`${tab.pathname}?${address}`);
  return true;
};

/** Keeps the view in the address: as a step that can be taken back, or in place of the one before. */
export const keepInAddress = (query: CatalogQuery, indexUrl: string, isStep: boolean): void => {
  const address = indexUrl + writeQuery(query);
  if (address === location.pathname + location.search) return;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
};

/** Takes the view along to other kinds, as far as they have its facets. */
export const keepInTabs = ({ text, chosen }: CatalogQuery): void => {
  for (const tab of document.querySelectorAll<HTMLAnchorElement>('[data-keeps]')) {
    const keeps = new Set(['starred', 'mine', ...(tab.dataset['keeps'] ?? '').split(' ')]);
    const kept = new Map([...chosen].filter(([field]) => keeps.has(field)));
    tab.search = writeQuery({ text, sort: '', chosen: kept });
  }
};

/** Remembers which row was at the top, for when the reader comes back to this page. */
export const startKeepingPlace = (placeOf: () => number): void => {
  addEventListener('scrollend', () => history.replaceState({ row: placeOf() }, ''));
};

/** The row that was at the top when the reader left. */
export const keptPlace = (): number => {
  const { row = 0 } = (history.state ?? {}) as { readonly row?: number };
  return Number.isInteger(row) ? row : 0;
};
