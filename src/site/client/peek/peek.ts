import { element } from '../element.ts';
import { readHead } from './read-head.ts';

/** Milliseconds that the pointer has to get from a link to what is shown beside it. */
const grace = 250;
const gap = 8;

let shown: { readonly link: Element; readonly card: HTMLElement } | undefined;
let leaving = 0;

const hide = (): void => {
  clearTimeout(leaving);
  shown?.link.removeAttribute('aria-describedby');
  shown?.card.remove();
  shown = undefined;
};

/** Below the link, or above it where there is more room; inside the window. */
const place = (card: HTMLElement, link: Element): void => {
  const at = link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const isAbove = at.bottom + gap + height > innerHeight && at.top > innerHeight - at.bottom;
  card.style.setProperty(
    'left',
    `${Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - width - gap))}px`,
  );
  card.style.setProperty('top', `${isAbove ? Math.max(gap, at.top - gap - height) : at.bottom + gap}px`);
};

// It stays while the link or the card is pointed at or has the focus, and Escape sends it away (WCAG 1.4.13).
const isHeld = (node: EventTarget | null): boolean =>
  node instanceof Node && (shown?.link.contains(node) === true || shown?.card.contains(node) === true);

document.addEventListener('pointerover', ({ target }) => {
  clearTimeout(leaving);
  if (shown && !isHeld(target) && document.activeElement !== shown.link) leaving = window.setTimeout(hide, grace);
});
document.addEventListener('focusin', ({ target }) => {
  if (!isHeld(target)) hide();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
document.addEventListener('scroll', () => shown && place(shown.card, shown.link), { passive: true });
addEventListener('pagehide', hide);

/** Shows the head of the page that a link leads to beside it. What cannot be read is not shown. */
export const peek = async (link: Element): Promise<void> => {
  if (shown?.link === link) return;
  const head = await readHead(new URL(link.getAttribute('href') ?? '', location.href).pathname);
  // Somebody who has gone on in the meantime does not want it any more.
  if (!head || !(link.matches(':hover') || document.activeElement === link)) return;
  hide();
  const lines = head.lines.map((line) => element('p', { class: 'cb-peek-line' }, line));
  const facts = head.facts.map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value)),
  );
  const card = element(
    'div',
    { id: 'cb-peek', class: 'cb-peek', role: 'tooltip', popover: 'manual' },
    element('p', { class: 'cb-peek-title' }, head.title),
    ...lines,
    ...(facts.length > 0 ? [element('dl', {}, ...facts)] : []),
  );
  document.body.append(card);
  shown = { link, card };
  link.setAttribute('aria-describedby', card.id);
  card.showPopover();
  place(card, link);
};
