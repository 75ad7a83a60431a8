import type { Page } from 'playwright-core';

/** Latin letters that are data or names, the same in every language. */
const names = [
  // What files, hosts and problems are called, and what the portal under test calls its things.
  /(?:[\w-]+\/)*[\w-]+\.(?:ya?ml|md|json)\b(?::\d+)*/g,
  /\b(?:x\d+@)?x9\.example\b/g,
  /\b(?:catalog|crawl|techdocs|yaml)\/[a-z-]+\b/g,
  /\b(?:component|api|resource|system|domain|group|user|template|location|airesource):(?:default\/)?/g,
  /\bx\d+(?:[.-]x?\d+)*\b/gi,
  /\b(?:main|local|openapi|dependsOn|dir:\.|graph LR)/g,
  /\b[0-9a-f]{7}\b/g,
  /\b(?:YAML|JSON|CSV|Markdown|UTC|Callboard|Git|API|GB|MB|kB|Ctrl|Esc|Enter)\b/g,
];

/** All that a page says to people, seen or heard, that is neither marked nor data: with the place that says it. */
export async function findUnmarked(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(readAll);
  return [...new Set(said)].filter((entry) => {
    let rest = entry.slice(entry.indexOf(': ') + 2);
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    }
    // A drawing cuts what does not fit its box.
    rest = rest.replace(/⟦[^⟧]*$/, '');
    for (const name of names) rest = rest.replace(name, ' ');
    return /[A-Za-z]{2}/.test(rest);
  });
}

/** Runs in the page. What is code, or says of itself that it is English or nobody's language, is no text of the interface. */
function readAll(): readonly string[] {
  const apart = 'script, style, template, time, code, pre, kbd, [lang="en"], [translate="no"]';
  const said: string[] = [];
  const add = (place: string, text: string | null | undefined) => {
    const words = text?.replace(/\s+/g, ' ').trim();
    if (words) said.push(`${place}: ${words}`);
  };
  const nameOf = (element: Element) =>
    `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  // Texts that stand in one element are one sentence, whatever pieces it is made of.
  const parents = new Set<Element>();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !parent.closest(apart)) parents.add(parent);
  }
  for (const parent of parents) {
    const own = [...parent.childNodes].filter((node) => node instanceof Text);
    add(nameOf(parent), own.map((node) => node.textContent).join(' … '));
  }
  for (const element of document.querySelectorAll('*')) {
    if (element.closest('time, [lang="en"]')) continue;
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']) {
      if (!element.matches('link')) add(`${nameOf(element)}[${name}]`, element.getAttribute(name));
    }
    if (element.matches('meta[name=description], meta[property="og:title"], meta[property="og:description"]')) {
      add('meta', element.getAttribute('content'));
    }
  }
  return said;
}
