import { equipCode } from './docs/code.ts';
import { findInDocs } from './docs/find.ts';
import { copyHeadingLinks, followHeadings } from './docs/headings.ts';
import { enlargePictures } from './docs/pictures.ts';
import { linkTabs, reveal } from './docs/tabs.ts';
import { turnByKeys } from './docs/turning.ts';

const prose = document.querySelector<HTMLElement>('[data-prose]');
if (prose) {
  equipCode(prose);
  linkTabs(prose);
  enlargePictures(prose);
  copyHeadingLinks(prose);
}

// Browsers that cannot show what is folded without opening it.
const unfolds = CSS.supports('selector(::details-content)');
const toc = document.querySelector<HTMLDetailsElement>('[data-toc]');
if (toc && !unfolds && matchMedia('(min-width: 73.8125em)').matches) toc.open = true;
const headings = toc?.querySelector('nav');
if (headings) followHeadings(headings);

const nav = document.querySelector<HTMLDetailsElement>('[data-docs-nav]');
if (nav && !unfolds && matchMedia('(min-width: 56.3125em)').matches) nav.open = true;
const list = nav?.querySelector('nav');
const current = list?.querySelector<HTMLElement>('[aria-current]');
if (list && current && current.offsetTop > list.clientHeight)
  list.scrollTop = current.offsetTop - list.clientHeight / 2;

const search = document.querySelector<HTMLFormElement>('[data-docs-search]');
if (search) findInDocs(search);
turnByKeys();
addEventListener('hashchange', reveal);
if (location.hash) reveal();
