// Until the list is needed, or the browser has nothing else to do, the page is as it was written.
const root = document.querySelector<HTMLElement>('[data-catalog]');

const startLive = (live: HTMLElement): void => {
  let started = false;
  const uses = ['pointerenter', 'focusin', 'input'] as const;
  const start = async (): Promise<void> => {
    if (started) return;
    started = true;
    for (const use of uses) live.removeEventListener(use, start, { capture: true });
    const { startIndex } = await import('./catalog-index/live-index.ts');
    await startIndex(live);
  };
  for (const use of uses) live.addEventListener(use, start, { capture: true });
  const { saveData } = (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection ?? {};
  if (location.search !== '') start();
  else if (live.dataset['live'] === 'idle' && !saveData) (globalThis.requestIdleCallback ?? setTimeout)(start);
};

if (root) startLive(root);
