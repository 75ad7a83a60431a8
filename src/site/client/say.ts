import { element } from './element.ts';

let voice: HTMLElement | undefined;

/** Tells those who cannot see it what just happened, in a few words. */
export const say = (text: string): void => {
  voice ??= document.body.appendChild(element('p', { class: 'cb-hidden', role: 'status' }));
  const of = voice;
  of.textContent = '';
  // A region that is new, or says the same again, is only read when it changes afterwards.
  setTimeout(() => {
    of.textContent = text;
  }, 50);
};
