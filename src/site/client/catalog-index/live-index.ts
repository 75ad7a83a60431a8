import * as text from '@text/catalog';
import {
  type CatalogQuery,
  parseQuery,
  personalFields,
  spellValues,
  toggleValue,
} from '../../../portal/views/catalog-index/query.ts';
import type { RowIndex } from '../../../portal/views/catalog-index/row-index.ts';
import { onChange } from '../personal/store.ts';
import { keepInAddress, keptPlace, leaveForKind, startKeepingPlace } from './address.ts';
import { choiceIn, type IndexParts, partsOf } from './index-parts.ts';
import { makeIndexView } from './index-view.ts';
import { loadRows } from './load-rows.ts';
import { startRowKeys } from './row-keys.ts';
import type { RowList } from './row-list.ts';
import { startSavingView } from './saving.ts';

/** Loads the rows of an index and makes it live: facets, words, columns that sort, one list instead of pages. */
export const startIndex = async (root: HTMLElement): Promise<void> => {
  const parts = partsOf(root);
  if (!parts || leaveForKind()) return;
  try {
    const index = await loadRows(root.dataset['catalog'] ?? '');
    startLive(parts, index);
  } catch (error) {
    parts.total.textContent = text.loadingFailed;
    throw error;
  }
};

const startLive = (parts: IndexParts, index: RowIndex): void => {
  const { root, field, form } = parts;
  const { indexUrl = '', saveName = '' } = root.dataset;
  const fields = new Set([...index.facets.keys(), ...personalFields]);
  const queryIn = (search: string): CatalogQuery =>
    spellValues(parseQuery(new URLSearchParams(search), fields), index.facets);
  let query = queryIn(location.search);
  let list: RowList | undefined;

  const view = makeIndexView(
    parts,
    index,
    (next) => ask(next),
    (sort) => ask({ ...query, sort }),
  );
  const show = (next: CatalogQuery): void => {
    query = next;
    if (field.value.trim() !== query.text.trim()) field.value = query.text;
    const shown = view.show(query);
    if (!list) {
      startRowKeys(parts.body, shown);
      startKeepingPlace(shown.firstShown);
    }
    list = shown;
  };
  const ask = (next: CatalogQuery, isStep = true): void => {
    keepInAddress(next, indexUrl, isStep);
    show(next);
    if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
  };
  const again = (): void => {
    if (list) show(query);
    else view.prepare(query);
  };
  startControls(parts, { queryIn, current: () => query, ask });
  addEventListener('popstate', () => {
    show(queryIn(location.search));
    list?.scrollTo(keptPlace());
  });
  onChange(again);
  startSavingView(root, saveName, view.listed);

  // What was ticked or written before the rows were there counts.
  const early = choiceIn(form);
  const isEarly = early.size > 0 || field.value !== '';
  const place = keptPlace();
  if (isEarly) ask({ ...query, text: field.value || query.text, chosen: new Map([...query.chosen, ...early]) });
  else if (location.search !== '') ask(query, false);
  else if (root.dataset['live'] === 'idle') show(query);
  else view.prepare(query);
  if (place > 0) list?.scrollTo(place);
};

interface Controls {
  readonly queryIn: (search: string) => CatalogQuery;
  readonly current: () => CatalogQuery;
  readonly ask: (query: CatalogQuery, isStep?: boolean) => void;
}

/** Words, facets and links to views. A run of typing is one step of the history. */
const startControls = ({ field, form, presets }: IndexParts, { queryIn, current, ask }: Controls): void => {
  let isTyping = false;
  field.addEventListener('input', () => {
    ask({ ...current(), text: field.value }, !isTyping);
    isTyping = true;
  });
  field.addEventListener('blur', () => {
    isTyping = false;
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox')
      ask(toggleValue(current(), target.name, target.value));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const preset of presets) {
    preset.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      ask(queryIn(preset.search));
    });
  }
};
