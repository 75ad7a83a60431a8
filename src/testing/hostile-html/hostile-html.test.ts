import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { hostileReadme, hostileRepository, pagesOf } from './hostile-docs.ts';
import { buildHostilePortal, type HostilePortal, pathsOf } from './hostile-portal.ts';
import { payloads } from './payloads.ts';
import { places } from './places.ts';
import { renderRaw } from './render-raw.ts';
import { watchAlone, watchPages } from './watch-pages.ts';

const names = Object.keys(places);
// Every payload as it is, and in one other place in turn; every place has its share of all kinds.
const attempts = payloads.flatMap((payload, index) => [
  { place: 'block', payload },
  { place: names[index % names.length] ?? 'block', payload },
]);
const readme = payloads.filter((_, index) => index % 40 === 0).map((payload) => ({ place: 'block', payload }));

describe.skipIf(browserMissing())('hostile HTML', () => {
  let browser: Browser;
  let portal: HostilePortal;
  let paths: readonly string[];
  let sample: readonly string[];
  beforeAll(async () => {
    browser = await launchChromium();
    const repositories = {
      hostile: hostileRepository(
        'hostile',
        pagesOf(attempts, 40),
        payloads.filter((_, index) => index % 5 === 0),
      ),
      readme: hostileReadme('readme', readme),
    };
    const raw = new Map([['hostile', await renderRaw('hostile', repositories.hostile)]]);
    portal = await buildHostilePortal(repositories, raw);
    paths = await pathsOf(portal.output);
    sample = paths.filter((path) => /\/p\d*3[/-]/.test(path));
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.remove();
  });

  const watch = async (serving: 'published' | 'raw' | 'guarded', some: readonly string[]) => {
    const { url, stop } = await portal.serve(serving);
    try {
      return await watchPages(browser, url, some);
    } finally {
      await stop();
    }
  };

  const numbersOf = (fired: readonly string[]) => new Set(fired.map((text) => /\d+(?=\)$)/.exec(text)?.[0])).size;

  it('runs in great number by itself, and when nothing is sanitised and no policy stands', async () => {
    const { url, stop } = await portal.serve('raw');
    const alone = await watchAlone(browser, url, payloads);
    await stop();
    expect(numbersOf(alone.fired)).toBeGreaterThan(100);
    expect(alone.requests.length).toBeGreaterThan(30);
    const rendered = await watch('raw', sample);
    expect(numbersOf(rendered.fired)).toBeGreaterThan(8);
    expect(rendered.requests.length).toBeGreaterThan(0);
  }, 400_000);

  it('neither runs nor asks another host for anything once published, even without a policy', async () => {
    expect(payloads.length).toBeGreaterThan(500);
    expect(paths.length).toBeGreaterThan(100);
    const { fired, requests, clobbering } = await watch('published', paths);
    expect({ fired, requests, clobbering }).toEqual({ fired: [], requests: [], clobbering: [] });
  }, 400_000);

  it('does not run under the policy alone, with nothing sanitised', async () => {
    const { fired } = await watch('guarded', sample);
    expect(fired).toEqual([]);
  }, 400_000);
});
