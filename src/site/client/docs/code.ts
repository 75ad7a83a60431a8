import { copyCode } from '@text/docs';
import { element, glyph } from '../element.ts';

/** Blocks of code can be copied; what scrolls sideways can be reached by keyboard and has a name. */
export const equipCode = (prose: HTMLElement): void => {
  for (const block of prose.querySelectorAll<HTMLElement>('.highlight:has(pre)')) {
    const label = { 'aria-label': copyCode, title: copyCode };
    block.append(element('button', { class: 'cb-copy', type: 'button', 'data-copy': '', ...label }, glyph('copy')));
  }
  const wide = [...prose.querySelectorAll<HTMLElement>('pre, table:not(.highlighttable), .cb-figure-view')];
  const mark = (): void => {
    for (const each of wide) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
      else each.removeAttribute('tabindex');
    }
  };
  new ResizeObserver(mark).observe(prose);
};
