import { docsSymbol, kindSymbols, markSymbol, spokes } from '../../../portal/views/kind-symbols.ts';
import type { GlyphName } from '../../../portal/views/shared.ts';

/** Callboard's own mark, beside the glyphs of the data model. */
export type SymbolName = GlyphName | 'mark' | 'system-theme' | 'arrow' | 'star' | 'settings';

/** What each symbol draws on a 20 × 20 field with a 1.6 stroke of the current colour. */
export const symbols: Readonly<Record<SymbolName, string>> = {
  ...kindSymbols,
  docs: docsSymbol,
  problem: '<path d="M10 3 18 16.800H2ZM10 8.300v4M10 14.500v.1"/>',
  error: '<circle cx="10" cy="10" r="7.3"/><path d="m7.3 7.3 5.4 5.4M12.7 7.3l-5.4 5.4"/>',
  info: '<circle cx="10" cy="10" r="7.3"/><path d="M10 9.300v4.400M10 6.300v.1"/>',
  search: '<circle cx="8.8" cy="8.8" r="5.6"/><path d="m13 13 4.3 4.3"/>',
  graph:
    '<circle cx="4.5" cy="10" r="2"/><circle cx="15.5" cy="4.5" r="2"/><circle cx="15.5" cy="15.5" r="2"/><path d="m6.3 9.1 7.4-3.700M6.3 10.900l7.4 3.7"/>',
  source: '<path d="M7 5.5 2.5 10 7 14.500M13 5.500l4.5 4.5-4.5 4.5"/>',
  edit: '<path d="m3 17 .8-3.800L13.4 3.600l3 3L6.8 16.200Z"/>',
  copy: '<rect x="6.5" y="6.5" width="10.5" height="10.5" rx="1.5"/><path d="M13.5 6.500V4.500A1.5 1.5 0 0 0 12 3H4.500A1.5 1.5 0 0 0 3 4.500V12a1.5 1.5 0 0 0 1.5 1.500h2"/>',
  external:
    '<path d="M8 4H4.500A1.5 1.5 0 0 0 3 5.500v10A1.5 1.5 0 0 0 4.5 17h10a1.5 1.5 0 0 0 1.5-1.500V12M11.5 3H17v5.500M17 3l-8 8"/>',
  sun: `<circle cx="10" cy="10" r="3.3"/><path d="${spokes(6, 7.8)}"/>`,
  moon: '<path d="M16.5 12.200A7 7 0 0 1 7.8 3.500a7 7 0 1 0 8.7 8.700Z"/>',
  'system-theme':
    '<circle cx="10" cy="10" r="6.8"/><path d="M10 3.200v13.600a6.8 6.8 0 0 0 0-13.600Z" fill="currentColor"/>',
  menu: '<path d="M3 5.500h14M3 10h14M3 14.500h14"/>',
  close: '<path d="m5 5 10 10M15 5 5 15"/>',
  check: '<path d="m4 10.5 4 4 8-9"/>',
  chevron: '<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>',
  star: '<path d="m10 2.6 2.3 4.7 5.2.7-3.8 3.600.9 5.100L10 14.300l-4.600 2.400.9-5.100L2.500 8l5.200-.7Z"/>',
  settings:
    '<path d="M2.500 6h8M14.500 6h3M2.500 14h3M9.500 14h8"/><circle cx="12.500" cy="6" r="2"/><circle cx="7.500" cy="14" r="2"/>',
  arrow: '<path d="M3.5 10h13M11.5 5l5 5-5 5"/>',
  mark: markSymbol,
};

/** The names of the symbols that some HTML refers to. */
export const symbolsIn = (html: string): readonly SymbolName[] => {
  const names = new Set<string>();
  for (const [, name] of html.matchAll(/"#g-([a-z-]+)"/g)) names.add(name as string);
  return [...names].filter((name): name is SymbolName => name in symbols).sort();
};
