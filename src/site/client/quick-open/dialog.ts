import * as text from '@text/quick-open';
import sheetUrl from '../../styles/quick-open.css?url';
import { element } from '../element.ts';
import { answer, type Lift } from './answer.ts';
import { doDeed } from './deeds.ts';
import { type DialogFrame, makeDialogFrame } from './dialog-frame.ts';
import { drawGroups, type Group } from './draw-rows.ts';
import { wordsOf } from './fold.ts';
import { type Index, loadIndex } from './load-index.ts';
import { ownGroups, ownLift } from './own-rows.ts';
import type { Row } from './row.ts';
import { makeSelection, type Selection } from './selection.ts';

const base = document.documentElement.dataset['base'] ?? '/';
const page = 8;

interface Parts extends DialogFrame {
  readonly selection: Selection;
}

let parts: Parts | undefined;
let making: Promise<Parts> | undefined;
let index: Index | undefined;
let loading: Promise<void> | undefined;
let rows: readonly Row[] = [];
let liftOf: Lift = () => 0;
/** Enter was pressed before the names were there. */
let isWaiting = false;
let returnTo: Element | null = null;
let saying: ReturnType<typeof setTimeout> | undefined;

const searchRow = (query: string): Row => ({
  text: query === '' ? text.searchPage : text.searchEverything(query),
  note: '',
  glyph: 'search',
  deed: { does: 'open', url: `${base}search/${query === '' ? '' : `?${new URLSearchParams({ query })}`}` },
  score: 0,
});

const sayCount = ({ status }: Parts, count: number): void => {
  clearTimeout(saying);
  // Not while somebody types.
  saying = setTimeout(() => {
    status.textContent = count === 0 ? text.nothing : text.found(count);
  }, 400);
};

const update = (of: Parts): void => {
  const query = of.field.value.trim();
  const found = answer(query, index, base, liftOf);
  const groups: readonly Group[] = query === '' ? ownGroups(index, base) : [{ rows: found }];
  const all: readonly Group[] = [...groups, { rows: [searchRow(query)] }];
  rows = all.flatMap((group) => group.rows);
  drawGroups(of.list, all, wordsOf(query));
  of.selection.select(0);
  if (query === '' || !index) return;
  sayCount(of, found.length);
  of.notice.hidden = found.length > 0;
  of.notice.textContent = found.length > 0 ? '' : text.nothing;
};

const choose = (of: Parts, number: number, isNewTab: boolean): void => {
  const row = rows[number];
  if (!row) return;
  if (row.deed.does === 'complete') {
    of.field.value = row.deed.query;
    update(of);
    return;
  }
  if (!isNewTab) of.dialog.close();
  doDeed(row.deed, isNewTab);
};

const notify = ({ notice }: Parts, ...content: readonly (Node | string)[]): void => {
  notice.replaceChildren(...content);
  notice.hidden = content.length === 0;
};

const startLoading = (): Promise<void> => {
  loading ??= loadIndex((known) => {
    const isFirst = index === undefined;
    index = known;
    if (!parts?.dialog.open) return;
    if (isFirst) notify(parts);
    // What comes later must not move what somebody is about to choose.
    if (isFirst || parts.selection.at() <= 0) update(parts);
    if (isFirst && isWaiting) choose(parts, 0, false);
    isWaiting = false;
  }).catch(() => {
    loading = undefined;
    isWaiting = false;
    if (parts) sayFailed(parts);
  });
  return loading;
};

const sayFailed = (of: Parts): void => {
  const again = element('button', { type: 'button' }, text.again);
  again.addEventListener('click', () => {
    load(of);
    of.field.focus();
  });
  const why = navigator.onLine ? text.failed : text.offline;
  notify(of, `${why} `, again);
  of.status.textContent = why;
};

const load = (of: Parts): void => {
  if (index) return;
  notify(of, text.loading);
  startLoading();
};

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };

const onKey = (of: Parts, event: KeyboardEvent): void => {
  if (event.isComposing || event.altKey) return;
  const { selection, list } = of;
  const step = steps[event.key];
  if (step !== undefined) selection.move(step);
  else if (event.key === 'Home' && !event.shiftKey) selection.select(0);
  else if (event.key === 'End' && !event.shiftKey) selection.select(list.querySelectorAll('[role=option]').length - 1);
  else if (event.key === 'Enter') {
    if (!index && loading && of.field.value.trim() !== '' && selection.at() === 0) isWaiting = true;
    else choose(of, selection.at(), event.ctrlKey || event.metaKey);
  } else return;
  event.preventDefault();
};

const numberOf = (of: Parts, target: EventTarget | null): number => {
  const option = target instanceof Element ? target.closest('[role=option]') : null;
  return option ? [...of.list.querySelectorAll('[role=option]')].indexOf(option) : -1;
};

/** The header's field, folded to a button on phones, is not left open there. */
const giveBackFocus = (): void => {
  const isFolded = returnTo?.matches('[data-quick]') && matchMedia('(max-width: 35em)').matches;
  if (returnTo instanceof HTMLElement && returnTo !== document.body && !isFolded)
    returnTo.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

const make = async (): Promise<Parts> => {
  const sheet = element('link', { rel: 'stylesheet', href: sheetUrl });
  const styled = new Promise((resolve) => {
    for (const event of ['load', 'error']) sheet.addEventListener(event, resolve, { once: true });
  });
  document.head.append(sheet);
  await styled;
  const frame = makeDialogFrame();
  const of: Parts = { ...frame, selection: makeSelection(frame.field, frame.list) };
  frame.field.addEventListener('input', () => update(of));
  frame.field.addEventListener('keydown', (event) => onKey(of, event));
  let pointer = '';
  frame.list.addEventListener('pointermove', ({ target, screenX, screenY }) => {
    // Rows that come to lie under a pointer at rest are not pointed at.
    const isMoved = pointer !== '' && pointer !== `${screenX} ${screenY}`;
    pointer = `${screenX} ${screenY}`;
    if (!isMoved) return;
    const number = numberOf(of, target);
    if (number >= 0 && number !== of.selection.at()) of.selection.select(number);
  });
  // The focus stays in the field.
  frame.list.addEventListener('mousedown', (event) => {
    if (numberOf(of, event.target) >= 0) event.preventDefault();
  });
  frame.list.addEventListener('click', (event) => {
    const number = numberOf(of, event.target);
    // The browser follows links in its own ways: new tabs, new windows, downloads.
    if (number < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(of, number, false);
  });
  frame.dialog.addEventListener('close', () => {
    isWaiting = false;
    clearTimeout(saying);
    giveBackFocus();
  });
  return of;
};

/** Loads names before they are asked for. */
export const warm = (): void => {
  startLoading();
};

/** Opens quick open with a query; `from`: what has the focus when it closes. */
export const openDialog = async (query: () => string, from: Element | null): Promise<void> => {
  making ??= make();
  parts = await making;
  const of = parts;
  if (of.dialog.open) return;
  returnTo = from;
  liftOf = ownLift(base);
  of.dialog.showModal();
  of.field.value = query();
  of.field.focus();
  load(of);
  update(of);
};

/** Enter was pressed while the dialog was on its way. */
export const enter = (): void => {
  parts?.field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
};
