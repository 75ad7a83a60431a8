import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong, as lines to read; `rules`: only these; `within`: in this part of the page only. */
export async function findViolations(
  page: Page,
  rules?: readonly string[],
  within = 'html',
): Promise<readonly string[]> {
  // By itself axe leaves out the size of targets, which WCAG 2.2 added.
  const options = rules
    ? { runOnly: { type: 'rule', values: rules } }
    : { rules: { 'target-size': { enabled: true } } };
  // What one hits of a box to tick is its label. In the page's own words, because the policy of the page lets no script in.
  const found: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly why: string }[];
  }[] = await page.evaluate(
    `${axe.source};axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) =>
        ({ id, nodes: nodes.filter(({ target }) => id !== 'target-size' || !(document.querySelector(target[0])?.closest('label')?.offsetHeight >= 24))
          .map((node) => ({ html: node.html.slice(0, 160), why: node.any[0]?.message ?? '' })) })))`,
  );
  // Axe takes what a closed <details> shows beside its summary (::details-content) for hidden; the walk by keyboard reaches it.
  const isShown = (id: string, html: string) => id === 'scrollable-region-focusable' && html.startsWith('<details');
  return found.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ html, why }) => (isShown(id, html) ? [] : [`${id}: ${html} ${why}`])).slice(0, 3),
  );
}

/** Pixels by which a page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts that lie on each other, or that their own box cuts off without saying so by an ellipsis. */
export function findSpoiltText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ancestors = (element: Element) => {
      const all = [element];
      for (let at = element.parentElement; at; at = at.parentElement) all.push(at);
      return all;
    };
    const isUnseen = (element: Element) =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('svg, math, .katex') !== null ||
      ancestors(element).some((at) => getComputedStyle(at).clipPath !== 'none');
    /** What is left of a box inside all frames that scroll or cut. */
    const clip = (box: DOMRect, element: Element) => {
      let { left, right, top, bottom } = box;
      for (const at of ancestors(element)) {
        if (at === document.documentElement || at === document.body) break;
        if (getComputedStyle(at).overflow === 'visible') continue;
        const frame = at.getBoundingClientRect();
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      }
      return { left, right, top, bottom };
    };
    const boxes: { text: string; box: ReturnType<typeof clip>; element: Element }[] = [];
    const spoilt: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim().slice(0, 50);
      if (!element || text === '' || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rectangle of range.getClientRects()) {
        const box = clip(rectangle, element);
        if (box.right - box.left > 3 && box.bottom - box.top > 3) boxes.push({ text, box, element });
      }
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1 && textOverflow !== 'ellipsis')
        spoilt.push(`"${text}" is cut off`);
    }
    boxes.sort((one, other) => one.box.top - other.box.top);
    for (const [index, { text, box, element }] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (other.box.top >= box.bottom) break;
        if (element.contains(other.element) || other.element.contains(element)) continue;
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
        const least = Math.min(box.bottom - box.top, other.box.bottom - other.box.top);
        if (width > 3 && height > least * 0.45) spoilt.push(`"${text}" lies on "${other.text}"`);
      }
    }
    return [...new Set(spoilt)].slice(0, 8);
  });
}

/** Elements of the frame and of the page's outline that do not stand on the other side when the page is read from right to left. */
export async function findUnmirrored(page: Page): Promise<readonly string[]> {
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.cb-bar > *, main > *, main > * > *')].map((element) => {
        const { left, right } = element.getBoundingClientRect();
        const seen = element.checkVisibility() && right - left > 1 && !element.closest('svg, .cb-hidden');
        return { what: `${element.tagName}.${element.className}`, left, right, seen };
      }),
    );
  const before = await places();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const after = await places();
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  return before.flatMap(({ what, right, seen }, index) => {
    const now = after[index];
    return !seen || !now || Math.abs(now.left - (width - right)) <= 2
      ? []
      : [`${what}: at ${Math.round(now.left)}, not ${Math.round(width - right)}`];
  });
}

/** What is printed and is of use on a screen only. */
export function findPrintedControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.cb-bar, .cb-footer, .cb-skip, button, input:not([type=checkbox]), select, textarea',
      ),
    ]
      // Titles of columns are buttons, and are needed on paper too.
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('th'))
      .map((element) => element.outerHTML.slice(0, 90)),
  );
}

/** Put into a page before anything of it: counts how far things move while it loads. */
export const watchShifts = `
  window.layoutShifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.layoutShifts.push({ value, what: sources.map(({ node }) => node?.textContent?.trim().slice(0, 30) ?? '').join(' | ') });
  }).observe({ type: 'layout-shift', buffered: true });`;

/** What moved while the page loaded, if the page was opened with `watchShifts`. */
export function shiftsOf(page: Page): Promise<readonly { readonly value: number; readonly what: string }[]> {
  return page.evaluate('window.layoutShifts');
}
