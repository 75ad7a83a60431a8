const textOf = (button: HTMLElement): string =>
  button.dataset['copy'] || (button.parentElement?.querySelector('pre:not(.linenos pre) code, pre')?.textContent ?? '');

/** Makes `[data-copy]` buttons copy their text, or else the code beside them, and say that they did. */
export const startCopying = (): void => {
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    if (!button) return;
    const label = button.getAttribute('aria-label') ?? 'Copy';
    try {
      await navigator.clipboard.writeText(textOf(button));
      button.dataset['done'] = '';
      button.setAttribute('aria-label', 'Copied');
    } catch {
      button.setAttribute('aria-label', 'Copying is not allowed here');
    }
    setTimeout(() => {
      delete button.dataset['done'];
      button.setAttribute('aria-label', label);
    }, 1600);
  });
};
