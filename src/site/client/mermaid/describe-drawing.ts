import { diagram } from '@text/docs';

/** Mermaid puts labels without HTML at the left edge of a state. */
function centreLabel(label: Element): void {
  const text = label.querySelector('text');
  const down = /translate\(\s*-?[\d.]+[\s,]+(-?[\d.]+)/.exec(label.getAttribute('transform') ?? '')?.[1];
  if (!text || down === undefined || text.hasAttribute('text-anchor')) return;
  text.setAttribute('text-anchor', 'middle');
  label.setAttribute('transform', `translate(0, ${down})`);
}

/** Gives a drawing its size and its name: what its author called it, or the first words in it. */
export function describeDrawing(svg: SVGSVGElement): void {
  const { width, height } = svg.viewBox.baseVal;
  if (width > 0 && height > 0) {
    svg.setAttribute('width', String(Math.ceil(width)));
    svg.setAttribute('height', String(Math.ceil(height)));
  }
  svg.style.removeProperty('max-width');
  for (const label of svg.querySelectorAll('.statediagram-state > .label')) centreLabel(label);
  svg.classList.add('cb-figure-drawing');
  const links = svg.querySelector('a[href]') !== null;
  // An image hides what is in it, links too.
  svg.setAttribute('role', links ? 'group' : 'img');
  if (svg.hasAttribute('aria-labelledby')) return;
  const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent.trim()).filter((text) => text !== '');
  const words = [...new Set(texts)];
  svg.setAttribute('aria-label', diagram(words.slice(0, 8), Math.max(0, words.length - 8)));
}
