import { afterAll, describe, expect, it } from 'vitest';
import type { Drawable, Drawing, GraphEngine } from './drawing.ts';
import { DrawingPool } from './drawing-pool.ts';

const pool = new DrawingPool(2);
afterAll(() => pool.close());

const graph = (text: string, engine: GraphEngine = 'dot'): Drawable => ({ type: 'graph', engine, text });
const formula = (text: string, display = false): Drawable => ({ type: 'formula', display, text });
const draw = (drawable: Drawable): Promise<Drawing> => pool.forSite().draw(drawable);
const htmlOf = (drawing: Drawing): string => (drawing.ok ? drawing.html : `NOT DRAWN: ${drawing.reason}`);

describe('graphs', () => {
  it('are drawn in the colour of the text, with a name for those who do not see them', async () => {
    const drawing = await draw(graph('digraph { Orders -> Payments }'));
    const html = htmlOf(drawing);
    expect(html).toMatch(/^<svg class="cb-figure-drawing" role="img" aria-label="Graph: Orders, Payments" width="\d+"/);
    expect(html).toContain('stroke="currentColor"');
    expect(html).not.toMatch(/black|style=|font-family|<title|<!--/);
    expect(drawing).toMatchObject({ ok: true, coloured: false });
  });

  it('say when they have colours of their own, gradients too', async () => {
    expect(await draw(graph('graph { a [style=filled fillcolor=lightblue] }'))).toMatchObject({ coloured: true });
    const gradient = await draw(graph('graph { a [style=filled fillcolor="red:blue"] }'));
    expect(gradient).toMatchObject({ coloured: true });
    expect(htmlOf(gradient)).toMatch(/stop-color="red" stop-opacity="1\.?"/);
  });

  it.each<GraphEngine>(['dot', 'neato', 'fdp', 'sfdp', 'twopi', 'circo', 'osage', 'patchwork'])(
    'by %s',
    async (engine) => {
      expect(htmlOf(await draw(graph('graph { a -- b }', engine)))).toContain('>a</text>');
    },
  );

  it('say where their text is wrong', async () => {
    const drawing = await draw(graph('digraph {\n  a -> b\n  b -> -> c\n}'));
    expect(drawing).toEqual({ ok: false, reason: "syntax error in line 3 near '->'", line: 3 });
    expect(await draw(graph(''))).toMatchObject({ ok: false });
    expect(await draw(graph('digraph { shapefile = '))).toMatchObject({ ok: false });
  });

  it('read no files', async () => {
    const html = htmlOf(
      await draw(
        graph('digraph { a [image="/etc/passwd" label=<<img src="/etc/passwd"/>>]; b [shapefile="/etc/passwd"] }'),
      ),
    );
    expect(html).not.toMatch(/<image|passwd/);
  });

  it('are asked for while others are being drawn', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `digraph { n${index} }`);
    const drawn = await Promise.all(texts.map((text) => draw(graph(text))));
    for (const [index, drawing] of drawn.entries()) expect(htmlOf(drawing)).toContain(`>n${index}</text>`);
  });
});

describe('what would take for ever', () => {
  const heavy = `digraph { ${Array.from({ length: 1500 }, (_, from) => `n${from} -> {n${(from * 7) % 1500} n${(from * 13) % 1500} n${(from * 29) % 1500}};`).join(' ')} }`;

  it('is given up, and others are drawn all the same', async () => {
    const hasty = new DrawingPool(1, { each: 1, site: 120 });
    const [given, other] = await Promise.all([
      hasty.forSite().draw(graph(heavy)),
      hasty.forSite().draw(graph('graph { fine }')),
    ]);
    await hasty.close();
    expect(given).toEqual({ ok: false, reason: 'drawing it took longer than 1 seconds' });
    expect(htmlOf(other)).toContain('>fine</text>');
  });

  it('costs its own site the rest of its time', async () => {
    const hasty = new DrawingPool(1, { each: 1, site: 1 });
    const site = hasty.forSite();
    await site.draw(graph(heavy));
    expect(await site.draw(graph('graph { late }'))).toEqual({
      ok: false,
      reason: 'the drawings of these docs took 1 seconds in all',
    });
    expect(htmlOf(await hasty.forSite().draw(formula('x')))).toContain('katex');
    await hasty.close();
  });

  it('is limited in memory', async () => {
    const records = `digraph { a [shape=record label="${'{'.repeat(30_000)}x${'}'.repeat(30_000)}"] }`;
    expect(await draw(graph(records))).toMatchObject({ ok: false });
    expect(htmlOf(await draw(graph('graph { still }')))).toContain('>still</text>');
  });
});

describe('formulas', () => {
  it('have no style attribute: classes say what only CSS can', async () => {
    const drawing = await draw(formula('\\frac{a}{\\sqrt{b}}', true));
    expect(htmlOf(drawing)).toContain('<math');
    expect(htmlOf(drawing)).not.toContain('style=');
    expect(drawing.ok && Object.keys(drawing.styles).length).toBeGreaterThan(5);
    for (const name of Object.keys(drawing.ok ? drawing.styles : {})) expect(htmlOf(drawing)).toContain(name);
  });

  it.each([
    ['\\href{javascript:alert(1)}{x}'],
    ['\\includegraphics{https://other.example/a.png}'],
    ['\\htmlClass{cb-bar}{x}'],
    ['\\htmlStyle{position:fixed}{x}'],
    ['\\htmlData{docs-nav=1}{x}'],
    ['\\url{https://other.example/}'],
  ])('do not reach out or borrow classes: %s', async (text) => {
    const html = htmlOf(await draw(formula(text)));
    expect(html).not.toMatch(/<a |<img|class="[^"]*cb-bar|data-docs|style=/);
  });

  it('say where they are wrong', async () => {
    expect(await draw(formula('a\n\\frac{1'))).toMatchObject({ ok: false, line: 2 });
    expect(await draw(formula('\\nosuch'))).toMatchObject({
      ok: false,
      reason: 'Undefined control sequence: \\nosuch',
    });
  });

  it.each([
    ['that grow', `\\def\\a{xxxxxxxxxx}\\def\\b{${'\\a'.repeat(50)}}${'\\b'.repeat(50)}`],
    ['that nest', `${'\\frac{'.repeat(1600)}x${'}{y}'.repeat(1600)}`],
    ['without end', '\\def\\a{\\a\\a}\\a'],
    ['of many columns', `\\begin{array}{${'c'.repeat(3000)}}${'&'.repeat(6000)}\\end{array}`],
    ['that are long', 'x'.repeat(10_001)],
  ])('%s are given up', async (_, text) => {
    expect(await draw(formula(text))).toMatchObject({ ok: false });
  });

  it('cannot be larger than a page', async () => {
    const drawing = await draw(formula('\\rule{9999em}{9999em}\\kern{-9999em}x'));
    const sizes = [...JSON.stringify(drawing.ok && drawing.styles).matchAll(/(-?[\d.]+)em/g)].map(([, size]) =>
      Number(size),
    );
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes.map(Math.abs))).toBeLessThanOrEqual(22);
  });
});
