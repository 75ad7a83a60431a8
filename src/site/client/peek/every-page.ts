/** Milliseconds that somebody points at a link, or stays on it, before they are taken to wonder what it is. */
const patience = 450;

/** Whether a link leads to the page of an entity, and not to the page that it is on. */
const isPeekable = (link: Element): boolean => {
  const { base } = document.documentElement.dataset;
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  const path = url.origin === location.origin && base ? url.pathname.replace(base, '') : '';
  return /^catalog\/[^/]+\/[^/]+\/[^/]+\/$/.test(path) && url.pathname !== location.pathname;
};

/** Shows the head of an entity's page beside links to it, for those who point at one for a while, or come to it by keyboard. */
export const startPeeking = (): void => {
  let timer = 0;
  const wonder = (target: EventTarget | null): void => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest('a[href]') : null;
    if (!link || link.closest('[popover], .cb-page-docs') || !isPeekable(link)) return;
    timer = window.setTimeout(async () => (await import('./peek.ts')).peek(link), patience);
  };
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'mouse') wonder(target);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) wonder(target);
  });
  for (const event of ['pointerdown', 'focusout', 'keydown'])
    document.addEventListener(event, () => clearTimeout(timer));
};
