import * as text from '@text/offline';
import { element } from '../element.ts';
import { SavingFailed } from './failure.ts';
import { sizeOf } from './lists.ts';
import { base, canSave, localTime } from './place.ts';
import { type PartChoice, readParts, type SavedPart } from './records.ts';
import { type Progress, reckon, savePart } from './save.ts';
import { removePart } from './store.ts';

/** Why saving failed, for people. */
export const failureText = (error: unknown): string => {
  if (!(error instanceof SavingFailed)) return text.failedOther;
  if (error.reason === 'quota') return text.failedQuota(error.need, error.free);
  return { network: text.failedNetwork, changed: text.failedChanged, cancelled: '' }[error.reason];
};

/** Why nothing can be saved here; `undefined`: it can. */
export const obstacle = (): string | undefined => {
  if (!isSecureContext) return text.cannotInsecure;
  return canSave() ? undefined : text.cannotStore;
};

const button = (label: string, press: () => void, kind = ''): HTMLButtonElement => {
  const made = element('button', { type: 'button', class: `cb-offline-button ${kind}` }, label);
  made.addEventListener('click', press);
  return made;
};

/** The one part of a page that is being looked at: how large it is, whether it is saved, and what can be done with it. */
class PartPanel {
  readonly root = element('div', { class: 'cb-offline-part' });
  readonly #status = element('p', { role: 'status', class: 'cb-offline-status' });
  readonly #bar = element('progress', { hidden: '' });
  readonly #buttons = element('p', { class: 'cb-offline-buttons' });
  readonly #search = element('input', { type: 'checkbox' });
  readonly #searchText = element('span');
  readonly #changed: () => void;
  #choice: PartChoice;
  #saved: SavedPart | undefined;
  #stop = new AbortController();

  constructor(choice: PartChoice, changed: () => void) {
    this.#choice = choice;
    this.#changed = changed;
    this.#search.checked = choice.search;
    const label = element('label', { class: 'cb-offline-search', hidden: '' }, this.#search, ' ', this.#searchText);
    if ('all' in choice.what) label.remove();
    this.root.append(element('p', { class: 'cb-strong' }, choice.title), label, this.#status, this.#bar, this.#buttons);
    this.#search.addEventListener('change', () => {
      this.#choice = { ...this.#choice, search: this.#search.checked };
      this.look();
    });
    addEventListener('online', () => this.root.isConnected && this.#status.dataset['paused'] && this.#save());
  }

  #say(message: string, ...buttons: readonly HTMLButtonElement[]): void {
    this.#status.textContent = message;
    delete this.#status.dataset['paused'];
    this.#bar.hidden = true;
    this.#buttons.replaceChildren(...buttons);
  }

  /** Shows how things are: what is saved, what is newer, what it would take. */
  async look(): Promise<void> {
    const hindered = obstacle();
    if (hindered) return this.#say(hindered);
    this.#saved = (await readParts(base)).find(({ id }) => id === this.#choice.id);
    const savedAt = this.#saved && text.savedAt(localTime(this.#saved.savedAt));
    const remove = this.#saved ? [button(text.remove, () => this.#remove())] : [];
    this.#say([savedAt, text.reckoning].filter(Boolean).join(' · '), ...remove);
    try {
      const { files, missing, searchBytes } = await reckon(this.#choice, AbortSignal.timeout(60_000));
      this.#searchText.textContent = text.withSearch(text.bytes(searchBytes));
      this.#searchText.parentElement?.removeAttribute('hidden');
      if (!this.#saved) {
        const save = button(text.save, () => this.#save(), 'cb-offline-main');
        this.#say(text.toLoad(missing.length, sizeOf(missing)), save);
        save.focus({ preventScroll: true });
        return;
      }
      const size = text.filesAndBytes(files.length, sizeOf(files));
      const isCurrent = missing.length === 0 && this.#saved.files.length === files.length;
      const state = isCurrent ? text.isCurrent : text.isOlder(missing.length, sizeOf(missing));
      const update = isCurrent ? [] : [button(text.update, () => this.#save(), 'cb-offline-main')];
      this.#say([savedAt, size, state].join(' · '), ...update, ...remove);
    } catch (error) {
      this.#say([savedAt, failureText(error)].filter(Boolean).join(' · '), ...remove);
    }
  }

  async #save(): Promise<void> {
    this.#stop = new AbortController();
    this.#search.disabled = true;
    this.#say(
      text.saving(this.#choice.title),
      button(text.cancel, () => this.#stop.abort()),
    );
    try {
      await savePart(this.#choice, this.#stop.signal, (progress) => this.#show(progress));
      await this.look();
      this.#status.prepend(`${text.isSaved(this.#choice.title)} `);
    } catch (error) {
      const again = button(text.save, () => this.#save(), 'cb-offline-main');
      if (this.#stop.signal.aborted) await this.look();
      else this.#say(failureText(error), again);
      if (error instanceof SavingFailed && error.reason === 'network') this.#status.dataset['paused'] = '';
    }
    this.#search.disabled = false;
    this.#changed();
  }

  #show({ files, ofFiles, bytes, ofBytes }: Progress): void {
    this.#bar.hidden = false;
    this.#bar.max = Math.max(1, ofBytes);
    this.#bar.value = bytes;
    this.#status.textContent = `${text.saving(this.#choice.title)}: ${text.progress(files, ofFiles, bytes, ofBytes)}`;
  }

  async #remove(): Promise<void> {
    await removePart(this.#choice.id);
    await this.look();
    this.#status.prepend(`${text.isRemoved(this.#choice.title)} `);
    this.#changed();
  }
}

/** What can be done with one part, as it is now. `changed` is called when it was saved, updated or removed. */
export const partPanel = (choice: PartChoice, changed: () => void = () => {}): HTMLElement => {
  const panel = new PartPanel(choice, changed);
  panel.look();
  return panel.root;
};
