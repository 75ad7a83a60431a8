import * as text from '@text/offline';
import { element } from '../element.ts';
import { sha256Of } from './fetch-verified.ts';
import { localTime } from './place.ts';
import { loadSheet } from './sheet.ts';

/** What became of the page that a copy is shown of. */
const compare = async (hash: string): Promise<'same' | 'newer' | 'gone' | 'unknown'> => {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 404 || answer?.status === 410) return 'gone';
  if (!answer?.ok) return 'unknown';
  return (await sha256Of(await answer.arrayBuffer())) === hash ? 'same' : 'newer';
};

/** Says that the page is a copy, of when, and, when the network is back, whether there is a newer one. */
export const showCopyBar = ({ copy = '', copyHash = '' }: DOMStringMap): void => {
  loadSheet();
  const message = element('span', { role: 'status' });
  const close = element('button', { type: 'button', class: 'cb-offline-button' }, text.close);
  const bar = element('aside', { class: 'cb-offline cb-copy-bar', 'data-copy-bar': '' }, message, close);
  close.addEventListener('click', () => bar.remove());
  document.body.append(bar);
  const of = localTime(copy);
  message.textContent = navigator.onLine ? text.copyUnreachable(of) : text.copyOffline(of);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = 1000;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    const became = await compare(copyHash);
    if (became === 'unknown') {
      // A portal that does not answer may do so later, without the browser noticing that anything changed.
      pause = Math.min(pause * 2, 60_000);
      timer = setTimeout(look, pause);
      return;
    }
    message.textContent = { same: text.copyIsCurrent, newer: text.copyIsOld, gone: text.copyIsGone }[became];
    if (became === 'newer') {
      const reload = element('button', { type: 'button', class: 'cb-offline-button cb-offline-main' }, text.reload);
      reload.addEventListener('click', () => location.reload());
      close.before(reload);
    }
    removeEventListener('online', look);
  };
  addEventListener('online', look);
  if (navigator.onLine) look();
};
