import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchChromium } from '../chromium.ts';
import { type FiguresPortal, startFiguresPortal } from './figures-portal.ts';

const docs = 'docs/default/component/figures/';
let portal: FiguresPortal;
beforeAll(async () => {
  portal = await startFiguresPortal();
});
afterAll(() => portal?.stop());

const htmlOf = (page: string) => readFile(join(portal.output, docs, page, 'index.html'), 'utf8');
const proseOf = async (page: string) => /<div class="cb-prose".*?<footer/s.exec(await htmlOf(page))?.[0] ?? '';
const problemsOf = (path: string) =>
  portal.result.diagnostics
    .filter(({ source }) => source?.path === path)
    .map(({ code, source, message }) => `${code} ${source?.line}: ${message}`);

describe('what is published of diagrams and formulas', () => {
  it('draws graphs, however they are written, in the colour of the text', async () => {
    const html = await proseOf('graphs');
    for (const label of ['Graph: Earth, Mars', 'Graph: Venus, Moon', 'Graph: a'])
      expect(html).toContain(`role="img" aria-label="${label}"`);
    expect(html).toContain('stroke="currentColor"');
    expect(html.match(/cb-figure-coloured/g)).toHaveLength(1);
    expect(html).toContain('<summary>Source</summary><pre><code>digraph { Earth -&gt; Mars }');
  });

  it('lets nothing of a graph run, load or lead where links may not', async () => {
    const html = (await proseOf('graphs')).replace(/<pre>.*?<\/pre>/gs, '');
    expect(html).not.toMatch(/<image|passwd"|<script|javascript:alert\(1\)"|onload="|xlink/);
    expect(html).toContain('href="https://example.org/"');
  });

  it('shows the source of what cannot be drawn, and says where it is wrong', async () => {
    expect(await proseOf('graphs')).toMatch(
      /This graph cannot be drawn: syntax error in line 2[^<]*<\/figcaption><pre>/,
    );
    expect(problemsOf('docs/graphs.md')).toEqual([
      "techdocs/diagram-failed 17: The graph cannot be drawn: syntax error in line 2 near '->'",
    ]);
    expect(await proseOf('maths')).toContain('<code class="cb-figure-wrong" title="The formula cannot be typeset:');
    expect(problemsOf('docs/maths.md')).toEqual([
      'techdocs/formula-failed 11: The formula cannot be typeset: Undefined control sequence: \\nosuch',
    ]);
  });

  it('typesets formulas with a style sheet of the page, and leaves dollars alone that are money', async () => {
    const page = await htmlOf('maths');
    expect(page).toContain('<math display="block"><semantics>');
    expect(page).not.toMatch(/ style="/);
    const [, katex = '', own = ''] =
      /href="\/portal\/(assets\/katex[^"]*)".*?href="\/portal\/(docs[^"]*\.css)"/s.exec(page) ?? [];
    const css = await readFile(join(portal.output, own), 'utf8');
    for (const [name] of page.matchAll(/katex-s-\w+/g)) expect(css).toContain(`.${name}.`);
    const fonts = [...(await readFile(join(portal.output, katex), 'utf8')).matchAll(/url\(([^)]*)\)/g)];
    expect(fonts.length).toBeGreaterThan(15);
    for (const [, font = ''] of fonts) expect(font).toMatch(/^fonts\/[\w-]+\.woff2$/);
    expect(await proseOf('')).toContain('$5 or $6 stay');
  });

  it('shows PlantUML as its source, with one note', async () => {
    const html = await proseOf('uml');
    expect(html.match(/PlantUML is not set up/g)).toHaveLength(1);
    expect(html).toContain('<code>Alice -&gt; Bob');
    expect(html).toContain('<code>Bob -&gt; Carol');
    expect(problemsOf('docs/uml.md')).toEqual([]);
  });

  it('loads nothing of it on other pages', async () => {
    for (const page of ['', 'graphs', 'uml'])
      expect(await htmlOf(page)).not.toMatch(/assets\/(?:mermaid|katex|DocsFigures)/);
    const script = /src="\/portal\/(assets\/DocsFigures[^"]*)"/.exec(await htmlOf('mermaid'))?.[1] ?? '';
    expect(gzipSync(await readFile(join(portal.output, script))).length).toBeLessThan(6 * 1024);
  });
});

interface Visit {
  readonly page: Page;
  readonly said: readonly string[];
  readonly asked: readonly string[];
}

describe.skipIf(browserMissing())('Mermaid in Chromium, under the policy of the portal', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  async function open<Result>(
    path: string,
    options: BrowserContextOptions,
    look: (visit: Visit) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    try {
      await page.goto(`${portal.preview.url}${docs}${path}`);
      return await look({ page, said, asked });
    } finally {
      await context.close();
    }
  }
  const allDrawn = (page: Page) =>
    page.waitForFunction(() => {
      const figures = [...document.querySelectorAll('.cb-figure-mermaid')];
      return figures.length > 0 && figures.every((figure) => figure.querySelector('svg, figcaption'));
    });

  it('draws each kind with only its own files, in silence, and says what is wrong with the others', async () => {
    await open('mermaid/', {}, async ({ page, said, asked }) => {
      await allDrawn(page);
      const figures = await page.locator('.cb-figure-mermaid').evaluateAll((all) =>
        all.map((figure) => {
          const svg = figure.querySelector('svg');
          return svg
            ? [svg.getAttribute('role'), svg.querySelector('title')?.textContent ?? svg.getAttribute('aria-label')]
            : (figure.querySelector('figcaption')?.textContent ?? '').slice(0, 45);
        }),
      );
      expect(figures).toEqual([
        ['img', 'The way of an order'],
        ['img', expect.stringMatching(/^Diagram: .*POST \/orders/)],
        ['img', 'Diagram: A, B'],
        'This diagram cannot be drawn: Parse error on ',
      ]);
      expect(await page.locator('.cb-figure-mermaid').last().locator('pre').textContent()).toContain('broken');
      expect(said).toEqual([]);
      const mermaid = asked.filter((url) => url.includes('/mermaid-'));
      expect(mermaid.some((url) => url.includes('sequenceDiagram'))).toBe(true);
      expect(mermaid.filter((url) => /gantt|elk|katex|mindmap|classDiagram/.test(url))).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(portal.preview.url))).toEqual([]);
      const violations = await page.evaluate(
        `${axe.source};axe.run('.cb-prose').then(({ violations }) => violations.map(({ id }) => id))`,
      );
      expect(violations).toEqual([]);
    });
  });

  it('follows the theme, and turns round colours of an author’s own', async () => {
    await open('mermaid/', { colorScheme: 'light' }, async ({ page, said }) => {
      await allDrawn(page);
      const look = () =>
        page.evaluate(() => {
          const [plain, , coloured] = [...document.querySelectorAll('.cb-figure-mermaid svg')] as SVGSVGElement[];
          const box = plain?.querySelector('.node rect');
          return [box && getComputedStyle(box).fill, coloured && getComputedStyle(coloured).filter];
        });
      const [light, upright] = await look();
      expect(upright).toBe('none');
      await page.evaluate(() => {
        document.documentElement.dataset['theme'] = 'dark';
      });
      await expect.poll(async () => (await look())[0], { timeout: 20_000 }).not.toBe(light);
      await expect.poll(async () => (await look())[1], { timeout: 20_000 }).toContain('invert');
      expect(said).toEqual([]);
    });
  });

  it('lets nothing of a hostile diagram run, load or loosen its settings', async () => {
    await open('hostile/', {}, async ({ page, said, asked }) => {
      await allDrawn(page);
      expect(await page.locator('.cb-figure-mermaid figcaption').allTextContents()).toEqual([]);
      for (const label of await page.locator('.cb-figure-mermaid .node:not(a *)').all())
        await label.click({ force: true }).catch(() => {});
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => (window as { fired?: number }).fired)).toBeUndefined();
      const harm = await page.evaluate(() => {
        const all = [...document.querySelectorAll('.cb-figure svg, .cb-figure svg *')];
        const attributes = all.flatMap((element) =>
          [...element.attributes].map(({ name, value }) => `${name}=${value}`),
        );
        return {
          bad: attributes.filter((text) => /^on|javascript:|other\.example/i.test(text)),
          elements: all.filter((element) => /^(?:script|img|image|iframe|style)$/i.test(element.tagName)).length,
          links: all.flatMap((element) => element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? []),
          visible: getComputedStyle(document.body).display !== 'none',
        };
      });
      expect(harm).toEqual({ bad: [], elements: 0, links: ['https://example.org/'], visible: true });
      expect(asked.filter((url) => !url.startsWith(portal.preview.url))).toEqual([]);
      expect(said).toEqual([]);
    });
  });

  it('leaves the source as code where scripts are off, and lets wide drawings scroll on a phone', async () => {
    await open('mermaid/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('pre.mermaid').count()).toBe(4);
      expect(await page.locator('pre.mermaid').first().isVisible()).toBe(true);
    });
    await open('graphs/', { viewport: { width: 320, height: 700 } }, async ({ page }) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
});
