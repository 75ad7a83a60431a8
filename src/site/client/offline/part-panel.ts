import * as text from '@text/offline';
import { element } from '../element.ts';
import { SavingFailed } from './failure.ts';
import { failureText, obstacle } from './failure-text.ts';
import { sizeOf } from './lists.ts';
import { base, localTime } from './place.ts';
import { type PartChoice, readParts, type SavedPart } from './records.ts';
import { type Progress, reckon, savePart } from './save.ts';
import { removePart } from './store.ts';

/** A button of saving. */
export const offlineButton = (label: string, press: () => void, main = false): HTMLButtonElement => {
  const made = element(
    'button',
    { type: 'button', class: `cb-offline-button${main ? ' cb-offline-main' : ''}` },
    label,
  );
  made.addEventListener('click', press);
  return made;
};

/** What is on a panel, and what it is about. */
interface Panel {
  choice: PartChoice;
  readonly root: HTMLElement;
  readonly status: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly buttons: HTMLElement;
  readonly search: HTMLInputElement;
  readonly searchText: HTMLElement;
  readonly changed: () => void;
}

/** A sentence of its own, if any, then facts. */
const join = (first: string | undefined, ...facts: readonly (string | undefined)[]): string =>
  [first, facts.filter(Boolean).join(' · ')].filter(Boolean).join(' ');

const say = (panel: Panel, message: string, ...buttons: readonly HTMLButtonElement[]): void => {
  panel.status.textContent = message;
  delete panel.status.dataset['paused'];
  panel.bar.hidden = true;
  panel.buttons.replaceChildren(...buttons);
};

const actionsOn = (panel: Panel, saved: SavedPart | undefined) => ({
  save: offlineButton(saved ? text.update : text.save, () => save(panel), true),
  remove: saved ? [offlineButton(text.remove, () => remove(panel))] : [],
});

/** Shows how things are: what is saved, what is newer, what it would take. `first` is said before it. */
const look = async (panel: Panel, first?: string): Promise<void> => {
  const hindered = obstacle();
  if (hindered) return say(panel, hindered);
  const saved = (await readParts(base)).find(({ id }) => id === panel.choice.id);
  const savedAt = saved && text.savedAt(localTime(saved.savedAt));
  const size = saved && text.filesAndBytes(saved.files.length, sizeOf(saved.files));
  const actions = actionsOn(panel, saved);
  say(panel, join(first, savedAt, size, text.reckoning), ...actions.remove);
  try {
    const { files, missing, searchBytes } = await reckon(panel.choice, AbortSignal.timeout(60_000));
    panel.searchText.textContent = text.withSearch(text.bytes(searchBytes));
    panel.searchText.parentElement?.removeAttribute('hidden');
    const isCurrent = saved && missing.length === 0 && saved.files.length === files.length;
    const load = [missing.length, sizeOf(missing)] as const;
    const state = saved ? (isCurrent ? text.isCurrent : text.isOlder(...load)) : text.toLoad(...load);
    say(panel, join(first, savedAt, size, state), ...(isCurrent ? [] : [actions.save]), ...actions.remove);
  } catch (error) {
    const isCut = error instanceof SavingFailed && error.reason === 'network';
    say(panel, join(first, savedAt, size, isCut ? text.needsNetwork : failureText(error)), ...actions.remove);
  }
};

const show = ({ choice, bar, status }: Panel, { files, ofFiles, bytes, ofBytes }: Progress): void => {
  bar.hidden = false;
  bar.max = Math.max(1, ofBytes);
  bar.value = bytes;
  status.textContent = `${text.saving(choice.title)}: ${text.progress(files, ofFiles, bytes, ofBytes)}`;
};

const save = async (panel: Panel): Promise<void> => {
  const stop = new AbortController();
  panel.search.disabled = true;
  say(
    panel,
    text.saving(panel.choice.title),
    offlineButton(text.cancel, () => stop.abort()),
  );
  try {
    await savePart(panel.choice, stop.signal, (progress) => show(panel, progress));
    await look(panel, text.isSaved(panel.choice.title));
  } catch (error) {
    if (stop.signal.aborted) await look(panel);
    else say(panel, failureText(error), ...[actionsOn(panel, undefined).save]);
    if (error instanceof SavingFailed && error.reason === 'network') panel.status.dataset['paused'] = '';
  }
  panel.search.disabled = false;
  panel.changed();
};

const remove = async (panel: Panel): Promise<void> => {
  await removePart(panel.choice.id);
  await look(panel, text.isRemoved(panel.choice.title));
  panel.changed();
};

/** What can be done with one part, as it is now. `changed` is called when it was saved, updated or removed. */
export const partPanel = (choice: PartChoice, changed: () => void = () => {}): HTMLElement => {
  const [search, searchText] = [element('input', { type: 'checkbox' }), element('span')];
  const label = element('label', { hidden: '' }, search, ' ', searchText);
  const status = element('p', { role: 'status', class: 'cb-offline-status' });
  const bar = element('progress', { hidden: '', 'aria-label': text.saving(choice.title) });
  const buttons = element('p', { class: 'cb-offline-buttons' });
  const title = element('p', { class: 'cb-strong' }, choice.title);
  const root = element('div', { class: 'cb-offline-part', 'data-part': choice.id }, title, label, status, bar, buttons);
  const panel: Panel = { choice, root, status, bar, buttons, search, searchText, changed };
  search.checked = choice.search;
  search.addEventListener('change', () => {
    panel.choice = { ...panel.choice, search: search.checked };
    look(panel);
  });
  addEventListener('online', () => root.isConnected && 'paused' in status.dataset && save(panel));
  look(panel);
  return root;
};
