const load = async () => (await import('./on-demand.ts')).onDemand;

/**
 * What every page does for reading without a network: registers the worker when it is loaded, says so when it is itself a copy, opens
 * what "Save for offline" leads to, and goes on with what was being saved. All but the first is loaded when it is needed.
 */
export const startOffline = (): void => {
  const { dataset } = document.documentElement;
  const worker = navigator.serviceWorker;
  if (!import.meta.env.CALLBOARD_OFFLINE) return;
  addEventListener('click', async ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-save-offline]');
    if (button) (await load()).openSaveDialog(button);
  });
  if (!worker) return;
  addEventListener('load', async () => {
    if (dataset['copy']) (await load()).showCopyBar(dataset);
    try {
      await worker.register(`${dataset['base']}sw.js`, { updateViaCache: 'none' });
      if (localStorage[`callboard:1:${dataset['base']}:saving`]) await (await load()).resumeSaving();
    } catch {
      // Without a network, or where storage is forbidden, things stay as they are.
    }
  });
};
