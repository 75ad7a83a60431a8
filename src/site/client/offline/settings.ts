import * as text from '@text/offline';
import type { OfflineParts } from '../../../portal/views/offline.ts';
import { element } from '../element.ts';
import { choicesOf, type PartType, partTypes, typeText } from './choices.ts';
import { obstacle } from './failure-text.ts';
import { fetchParts } from './lists.ts';
import { offlineButton, partPanel } from './part-panel.ts';
import { base } from './place.ts';
import { readParts } from './records.ts';
import { freeBytes } from './save.ts';
import { loadSheet } from './sheet.ts';
import { forgetVisited, readVisited, savedBytes } from './store.ts';

/** A list to choose from, with its label. */
const selectOf = (label: string, options: readonly (readonly [value: string, text: string])[]) => {
  const items = options.map(([value, words]) => element('option', { value }, words));
  const select = element('select', {}, ...items);
  return { select, root: element('label', {}, label, select) };
};

/** Lets one part be chosen of all that the portal has, and shows what can be done with it. */
const drawMore = (parts: OfflineParts, changed: () => void): HTMLElement => {
  const types = partTypes.filter((type) => choicesOf(type, parts).length > 0);
  const { select: type, root: typeRoot } = selectOf(
    text.whatToSave,
    types.map((of) => [of, typeText[of]]),
  );
  const [which, panel] = [element('span'), element('div')];
  const showPart = (place: number): void => {
    const choice = choicesOf(type.value as PartType, parts)[place];
    if (!choice) return;
    const { name: _, ...part } = choice;
    panel.replaceChildren(partPanel({ ...part, search: true }, changed));
  };
  const showType = (): void => {
    const choices = choicesOf(type.value as PartType, parts);
    const { select, root } = selectOf(
      text.which,
      choices.map(({ name }, place) => [String(place), name]),
    );
    which.replaceChildren(...(choices.length > 1 ? [root] : []));
    select.addEventListener('change', () => showPart(Number(select.value)));
    showPart(0);
  };
  type.addEventListener('change', showType);
  showType();
  return element('div', {}, element('p', { class: 'cb-offline-choice' }, typeRoot, which), panel);
};

const drawVisited = async (redraw: () => void): Promise<HTMLElement> => {
  const { files, bytes } = await readVisited();
  const forget = offlineButton(text.forgetVisited, () => forgetVisited().then(redraw));
  const room = text.onThisMachine(bytes + (await savedBytes()), await freeBytes());
  const line = element('p', {}, `${text.visited(files, bytes)} `, ...(files > 0 ? [forget] : []));
  return element('div', { class: 'cb-offline-part' }, line, element('p', { class: 'cb-offline-status' }, room));
};

/** The offline section of the settings: what is saved, what was visited, and more to save. */
export const startOfflineSettings = async (root: HTMLElement): Promise<void> => {
  loadSheet();
  const hindered = obstacle();
  if (hindered) {
    root.replaceChildren(element('p', {}, hindered));
    return;
  }
  const [saved, visited, more] = [element('div'), element('div'), element('div')];
  const redrawVisited = async (): Promise<void> => visited.replaceChildren(await drawVisited(redrawVisited));
  const redraw = async (): Promise<void> => {
    const parts = await readParts(base);
    const shown = new Set(
      [...saved.querySelectorAll<HTMLElement>('[data-part]')].map(({ dataset }) => dataset['part']),
    );
    // What is shown already says itself how it stands.
    const panels = parts.filter(({ id }) => !shown.has(id)).map((part) => partPanel(part, redraw));
    saved.append(...panels);
    saved.querySelector('[data-none]')?.remove();
    if (saved.childElementCount === 0) saved.append(element('p', { 'data-none': '' }, text.none));
    await redrawVisited();
  };
  root.replaceChildren(saved, visited, element('h3', {}, text.saveMore), more);
  await redraw();
  await fetchParts(AbortSignal.timeout(60_000)).then(
    (parts) => more.replaceChildren(drawMore(parts, redraw)),
    () => more.replaceChildren(element('p', {}, text.needsNetwork)),
  );
};
