import * as text from '@text/search';
import { element } from '../element.ts';
import type { Choice } from '../facets.ts';
import { addressOf } from './address.ts';
import type { Answer } from './answer.ts';

const list = (title: string, items: readonly (Node | string)[], name: string): readonly Node[] => {
  if (items.length === 0) return [];
  return [element('h2', {}, title), element('ul', { class: name }, ...items.map((item) => element('li', {}, item)))];
};

/** What can be tried when nothing was found, or nothing that has the words: what may have been meant, and what about the query keeps pages out. */
export const drawNothing = (query: string, choice: Choice, { near, total }: Answer): readonly Node[] => {
  const meant = near.map((name) => element('a', { class: 'cb-strong', href: addressOf(name, choice) }, name));
  const advice = [
    ...(choice.size > 0 ? [element('a', { href: addressOf(query, new Map()) }, text.withoutFilters)] : []),
    ...(query.includes('"') ? [text.noQuotes] : []),
    ...(/\s/.test(query) ? [text.fewerWords] : []),
    ...(query === '' ? [] : [text.shorterWords]),
  ];
  return [...list(text.didYouMean, meant, 'cb-near'), ...list(text.advice, total === 0 ? advice : [], 'cb-advice')];
};
