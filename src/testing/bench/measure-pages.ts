import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execaNode } from 'execa';
import type { Browser, Page } from 'playwright-core';
import { startPreview } from '../../publish/preview-server.ts';
import { indexSearch } from '../../search/index-search.ts';
import { launchChromium } from '../chromium.ts';
import { writeOrganisation } from './measure-build.ts';
import type { OrganisationSize } from './synthetic-organisation.ts';
import { syntheticSearchPages } from './synthetic-search.ts';

/** How many times slower than this machine the processor of the page is. */
const slowed = 4;
const rounds = 5;
const cli = join(import.meta.dirname, '../../cli/main.ts');

type Line = readonly [title: string, milliseconds: readonly number[]];

/**
 * Builds a synthetic organisation and reads its portal in Chromium, from a server of this machine, with a processor slowed four
 * times: how soon pages are painted, lists can be used, and letters are answered. Gives back a Markdown table of medians.
 */
export async function measurePages(size: OrganisationSize): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-bench-'));
  try {
    await writeOrganisation(folder, size);
    await execaNode(cli, ['build', '--quiet'], { cwd: folder, reject: false });
    await writeSearchedPages(join(folder, 'dist'), join(folder, 'searched'));
    const preview = await startPreview({ folder: join(folder, 'dist'), base: '/' });
    const searched = await startPreview({ folder: join(folder, 'searched'), base: '/' });
    const browser = await launchChromium();
    try {
      return describe([
        ...(await measureReading(browser, preview.url)),
        ...(await measureSearch(browser, searched.url)),
      ]);
    } finally {
      await browser.close();
      await Promise.all([preview.stop(), searched.stop()]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A portal with the search page of another, and as many pages to find as a large company has: 10,000 entities, 10,000 docs pages. */
async function writeSearchedPages(portal: string, folder: string): Promise<void> {
  for (const name of ['assets', 'search']) await cp(join(portal, name), join(folder, name), { recursive: true });
  for (const { path, html } of syntheticSearchPages({ entities: 10_000, docsPages: 10_000, seed: 1 })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), html);
  }
  await indexSearch(
    { folder, language: 'en' },
    { signal: new AbortController().signal, progress: () => {}, stateFolder: folder, concurrency: 1, log: () => {} },
  );
}

async function measureReading(browser: Browser, origin: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const entity = 'catalog/default/component/order-0/';
  for (const [title, path] of [
    ['home', ''],
    ['entity page', entity],
    ['catalog index', 'catalog/component/'],
    ['docs page', 'docs/default/component/order-0/'],
  ] as const) {
    lines.push([`${title}, largest paint`, await repeat(() => paintOf(browser, origin + path))]);
  }
  lines.push([
    'catalog index, list can be filtered',
    await repeat(() => usableOf(browser, `${origin}catalog/component/`)),
  ]);
  lines.push([
    'catalog index, a letter in the filter',
    await lettersOf(browser, `${origin}catalog/component/`, indexField),
  ]);
  lines.push(['quick open, a letter', await lettersOf(browser, origin + entity, quickField)]);
  return lines;
}

async function measureSearch(browser: Browser, origin: string): Promise<readonly Line[]> {
  return [
    ['search of 20,000 pages, first results of a page just opened', await repeat(() => searchOf(browser, origin))],
    ['search of 20,000 pages, a letter', await lettersOf(browser, `${origin}search/?query=queue`, searchField)],
  ];
}

async function repeat(measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure());
  return times;
}

async function open(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  return page;
}

async function paintOf(browser: Browser, url: string): Promise<number> {
  const page = await open(browser);
  await page.goto(url, { waitUntil: 'load' });
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await page.context().close();
  return time;
}

/** From the first byte asked for until a word in the address has narrowed the whole list. */
async function usableOf(browser: Browser, url: string): Promise<number> {
  const page = await open(browser);
  await page.goto(`${url}?q=order-1`, { waitUntil: 'commit' });
  await page.locator('[data-catalog-chips] button, [data-catalog-rows] tr[aria-rowindex]').first().waitFor();
  const time = await page.evaluate(() => performance.now());
  await page.context().close();
  return time;
}

async function searchOf(browser: Browser, origin: string): Promise<number> {
  const page = await open(browser);
  await page.goto(`${origin}search/?query=orders`, { waitUntil: 'commit' });
  await page.locator('[data-search-results] a').first().waitFor();
  const time = await page.evaluate(() => performance.now());
  await page.context().close();
  return time;
}

/** A field that answers while one types: how to come to it, what to type, and what changes with the answer. */
interface Field {
  readonly selector: string;
  readonly answer: string;
  readonly words: readonly string[];
  readonly prepare: (page: Page) => Promise<unknown>;
}

const indexField: Field = {
  selector: '[data-catalog-text]',
  answer: '[data-catalog-total]',
  words: ['order-1', 'price', 'stock 2', 'team-1'],
  prepare: async (page) => {
    await page.locator('[data-catalog-text]').fill('ledger');
    await page.locator('[data-catalog-rows] tr').first().waitFor();
    await page.waitForTimeout(3000);
  },
};
const quickField: Field = {
  selector: 'dialog input',
  answer: '[role=listbox]',
  words: ['order', 'prcie-1', 'stksvc', 'team-12', 'deprecated components of team-1'],
  prepare: async (page) => {
    await page.keyboard.press('Control+k');
    await page.locator('[role=option]').first().waitFor();
    await page.waitForTimeout(4000);
  },
};
const searchField: Field = {
  selector: 'input[name=query]',
  answer: '[data-search-results]',
  words: ['orders', 'api', 'payments gateway', 'stock-api'],
  prepare: async (page) => {
    await page.waitForTimeout(4000);
  },
};

/** Types words letter by letter; how long each letter's answer took until it was painted. */
async function lettersOf(browser: Browser, url: string, field: Field): Promise<readonly number[]> {
  const page = await open(browser);
  await page.goto(url, { waitUntil: 'load' });
  await field.prepare(page);
  const times: number[] = [];
  for (const word of field.words) {
    for (let end = 1; end <= word.length; end += 1) {
      const time = await page.evaluate(answerTime, { ...field, prepare: undefined, text: word.slice(0, end) });
      if (time !== undefined) times.push(time);
    }
  }
  await page.context().close();
  return times;
}

/** Runs in the page. `undefined`: the letter changed nothing. */
function answerTime(asked: { selector: string; answer: string; text: string }): Promise<number | undefined> {
  const fields = [...document.querySelectorAll<HTMLInputElement>(asked.selector)];
  const field = fields.find((each) => each.checkVisibility());
  const answer = document.querySelector(asked.answer);
  return new Promise((resolve) => {
    if (!field || !answer) return resolve(undefined);
    const begun = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    });
    observer.observe(answer, { childList: true, subtree: true, characterData: true });
    field.value = asked.text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    setTimeout(() => resolve(undefined), 3000);
  });
}

function describe(lines: readonly Line[]): string {
  const row = ([title, times]: Line) => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(0);
    return `| ${title} | ${at(0.5)} | ${at(0.95)} | ${times.length} |`;
  };
  return [
    '| ms, processor slowed 4 × | median | 95 % | measured |',
    '| --- | ---: | ---: | ---: |',
    ...lines.map(row),
  ].join('\n');
}
