import * as text from '@text/frame';
import { say } from './say.ts';

/** The code beside a button, without the prompts of a session. */
const codeBeside = (button: HTMLElement): string => {
  const code = button.parentElement?.querySelector('pre:not(.linenos pre) code, pre')?.cloneNode(true);
  if (!(code instanceof Element)) return '';
  for (const prompt of code.querySelectorAll('.gp')) prompt.remove();
  return code.textContent ?? '';
};

/** Makes `[data-copy]` buttons copy their text, or else the code beside them, and say that they did. */
export const startCopying = (): void => {
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (!button) return;
    const label = button.getAttribute('aria-label') ?? '';
    try {
      await navigator.clipboard.writeText(button.dataset['copy'] || codeBeside(button));
      button.dataset['done'] = '';
      button.setAttribute('aria-label', text.copied);
      say(text.copied);
    } catch {
      say(text.copyingForbidden);
    }
    setTimeout(() => {
      delete button.dataset['done'];
      button.setAttribute('aria-label', label);
    }, 1600);
  });
};
