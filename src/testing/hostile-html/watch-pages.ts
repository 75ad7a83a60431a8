import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What happened on pages that must not happen. */
export interface Watched {
  readonly pages: number;
  /** Canaries that sang: the page, and what called. */
  readonly fired: readonly string[];
  /** Requests to any other host. */
  readonly requests: readonly string[];
  /** Names in docs that could stand in the way of the portal's scripts. */
  readonly clobbering: readonly string[];
}

/** Runs before any script of a page: everything that payloads call tells us. */
function layCanaries(): void {
  const tell = (name: string) => {
    (window as unknown as { canary: (name: string) => void }).canary(`${location.pathname} ${name}`);
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox']) {
    Object.defineProperty(window, name, {
      value: (what: unknown) => tell(`${name}(${what})`),
      writable: false,
      configurable: false,
    });
  }
  // Links are followed only where following them is running something.
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((node) => node instanceof Element && node.closest('a, area'));
      const anchor = link instanceof Element ? link.closest('a, area') : null;
      const href = anchor?.getAttribute('href') ?? anchor?.getAttribute('xlink:href') ?? '';
      if (!/^\W*javascript:/i.test(href.replace(/[\t\r\n]/g, ''))) event.preventDefault();
    },
    true,
  );
  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!/^javascript:/i.test(form.action)) event.preventDefault();
  });
}

/** Clicks, hovers, focuses, opens and submits everything, and gives every event that a handler could wait for. */
function touchEverything(): readonly string[] {
  const prose = document.querySelector('.cb-prose') ?? document.documentElement;
  const kinds = [
    'mouseover',
    'mouseenter',
    'mousedown',
    'mouseup',
    'mouseout',
    'pointerover',
    'pointerdown',
    'keydown',
  ];
  const more = [
    'keyup',
    'input',
    'change',
    'focus',
    'blur',
    'focusin',
    'toggle',
    'beforetoggle',
    'wheel',
    'copy',
    'paste',
  ];
  const loads = [
    'load',
    'error',
    'animationstart',
    'transitionend',
    'touchstart',
    'contextmenu',
    'dragstart',
    'select',
  ];
  for (const node of [...prose.querySelectorAll('*')]) {
    try {
      if (node instanceof HTMLElement || node instanceof SVGElement) node.focus();
      for (const kind of [...kinds, ...more, ...loads])
        node.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
      if (node instanceof HTMLDetailsElement) node.open = true;
      if (node instanceof HTMLFormElement) node.requestSubmit();
      if (node instanceof HTMLElement) node.click();
      else node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    } catch {
      // What a payload breaks of the page it is alone on is not what this looks for.
    }
  }
  if (prose === document.documentElement) return [];
  // What Mermaid draws is named by the portal.
  const own = /^(?:docs-|cb-mermaid-\d+(?:_|$))/;
  return [...prose.querySelectorAll('[id], [name]')].flatMap((node) => {
    const names = [node.getAttribute('id'), node.getAttribute('name')].filter((name) => name !== null);
    return names.filter((name) => !own.test(name));
  });
}

/** Opens pages in a browser, a few at a time, touches everything on them, and says what happened. */
export async function watchPages(
  browser: Browser,
  origin: string,
  paths: readonly string[],
  { tabs = 3, touch = true }: { readonly tabs?: number; readonly touch?: boolean } = {},
): Promise<Watched> {
  const fired: string[] = [];
  const requests: string[] = [];
  const clobbering: string[] = [];
  const context = await openContext(browser, origin, fired, requests);
  const rest = [...paths];
  const work = async () => {
    let page: Page | undefined;
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      page ??= await context.newPage();
      clobbering.push(...(await visit(page, origin + path, path, touch)));
      // A page that was led away or broken is not used again.
      if (!page.url().startsWith(origin)) {
        await page.close();
        page = undefined;
      }
    }
  };
  await Promise.all(Array.from({ length: tabs }, work));
  await context.close();
  return { pages: paths.length, fired, requests, clobbering };
}

async function openContext(
  browser: Browser,
  origin: string,
  fired: string[],
  requests: string[],
): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.exposeFunction('canary', (what: string) => fired.push(what));
  await context.addInitScript(layCanaries);
  context.on('dialog', async (dialog) => {
    fired.push(`dialog ${dialog.type()}`);
    await dialog.dismiss().catch(() => undefined);
  });
  await context.route(
    (url) => url.origin !== origin && /^(?:https?|wss?|ftp):$/.test(url.protocol),
    (route) => {
      requests.push(route.request().url());
      return route.abort();
    },
  );
  return context;
}

async function visit(page: Page, url: string, path: string, touch: boolean): Promise<readonly string[]> {
  try {
    await page.goto(url, { waitUntil: 'load', timeout: 15_000 });
    if (!touch) return [];
    const names = await page.evaluate(touchEverything);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 15)));
    return names.map((name) => `${path} ${name}`);
  } catch {
    // Led away in the middle of it, which is told by the request that did it.
    return [];
  }
}

/** Opens payloads each in a document of its own, with nothing between them and the browser. */
export async function watchAlone(browser: Browser, origin: string, payloads: readonly string[]): Promise<Watched> {
  const fired: string[] = [];
  const requests: string[] = [];
  const context = await openContext(browser, origin, fired, requests);
  const page = await context.newPage();
  const atOnce = 50;
  for (let start = 0; start < payloads.length; start += atOnce) {
    await page.goto(`${origin}/404.html`);
    await page.evaluate(
      (documents) => {
        const frames = documents.map((payload) => {
          const frame = document.createElement('iframe');
          frame.srcdoc = `<!doctype html><body>${payload}`;
          return frame;
        });
        document.body.replaceChildren(...frames);
        return new Promise((resolve) => setTimeout(resolve, 200));
      },
      payloads.slice(start, start + atOnce),
    );
    const [, ...frames] = page.frames();
    await Promise.all(frames.map((frame) => frame.evaluate(touchEverything).catch(() => [])));
  }
  await context.close();
  return { pages: payloads.length, fired, requests, clobbering: [] };
}
