import type { GlyphName } from '../../../portal/views/shared.ts';

/** Callboard's own mark, beside the glyphs of the data model. */
export type SymbolName = GlyphName | 'mark' | 'system-theme' | 'arrow';

const wheel = Array.from({ length: 8 }, (_, spoke) => {
  const [cos, sin] = [Math.cos((spoke * Math.PI) / 4), Math.sin((spoke * Math.PI) / 4)];
  const point = (radius: number): string => `${(10 + radius * cos).toFixed(1)} ${(10 + radius * sin).toFixed(1)}`;
  return `M${point(6)}L${point(7.8)}`;
}).join('');

/** What each symbol draws on a 20 × 20 field with a 1.6 stroke of the current colour. */
export const symbols: Readonly<Record<SymbolName, string>> = {
  component: '<path d="M10 2.2 16.8 6v8L10 17.8 3.2 14V6ZM3.4 6.1 10 9.9l6.6-3.8M10 9.9v7.7"/>',
  api: '<path d="M7 3.5C4.6 3.5 5.6 8.6 3 10c2.6 1.4 1.6 6.5 4 6.5m6-13c2.4 0 1.4 5.1 4 6.5-2.6 1.4-1.6 6.5-4 6.5M10 9.95v.1"/>',
  resource:
    '<ellipse cx="10" cy="5" rx="6.3" ry="2.5"/><path d="M3.7 5v10c0 1.4 2.8 2.5 6.3 2.5s6.3-1.1 6.3-2.5V5M3.7 10c0 1.4 2.8 2.5 6.3 2.5s6.3-1.1 6.3-2.5"/>',
  system:
    '<rect x="2.5" y="2.5" width="15" height="15" rx="2.5"/><rect x="5.5" y="5.5" width="4" height="4" rx="1"/><rect x="10.5" y="10.5" width="4" height="4" rx="1"/>',
  domain:
    '<circle cx="10" cy="10" r="7.5"/><path d="M2.5 10h15M10 2.5c2.2 2.2 3.2 4.7 3.2 7.5s-1 5.3-3.2 7.5c-2.2-2.2-3.2-4.7-3.2-7.5s1-5.3 3.2-7.5Z"/>',
  group:
    '<circle cx="7.2" cy="7" r="2.8"/><path d="M2 16.5c.3-3 2.3-4.7 5.2-4.7s4.9 1.7 5.2 4.7M13 4.6a2.7 2.7 0 0 1 0 5m1.6 2.600c2 .5 3.2 2 3.4 4.3"/>',
  user: '<circle cx="10" cy="6.6" r="3.4"/><path d="M3.6 17c.4-3.5 2.9-5.4 6.4-5.400s6 1.9 6.4 5.4"/>',
  template: '<path d="M5 2.500h7l3.5 3.500v11.500H5ZM12 2.500V6h3.5"/><path d="M10.2 9v5.400M7.5 11.700h5.4"/>',
  location:
    '<path d="M10 17.800c3.7-3.9 5.6-6.9 5.6-9.300a5.6 5.6 0 0 0-11.2 0c0 2.4 1.9 5.4 5.6 9.300Z"/><circle cx="10" cy="8.3" r="2"/>',
  'ai-resource':
    '<path d="M9 3c.7 4.3 2.2 5.8 6.5 6.500C11.2 10.2 9.7 11.7 9 16c-.7-4.3-2.2-5.8-6.5-6.500C6.8 8.8 8.3 7.3 9 3ZM15.5 13.500v4M13.5 15.500h4"/>',
  entity: '<rect x="3" y="3" width="14" height="14" rx="7"/><path d="M7 10h6"/>',
  docs: '<path d="M10 5.200C8.3 3.9 6 3.4 2.8 3.500v12c3.2-.1 5.5.4 7.2 1.7 1.7-1.3 4-1.8 7.2-1.700v-12c-3.2-.1-5.5.4-7.2 1.700ZM10 5.200v12"/>',
  problem: '<path d="M10 3 18 16.800H2ZM10 8.300v4M10 14.500v.1"/>',
  search: '<circle cx="8.8" cy="8.8" r="5.6"/><path d="m13 13 4.3 4.3"/>',
  graph:
    '<circle cx="4.5" cy="10" r="2"/><circle cx="15.5" cy="4.5" r="2"/><circle cx="15.5" cy="15.5" r="2"/><path d="m6.3 9.1 7.4-3.700M6.3 10.900l7.4 3.7"/>',
  source: '<path d="M7 5.5 2.5 10 7 14.500M13 5.500l4.5 4.5-4.5 4.5"/>',
  edit: '<path d="m3 17 .8-3.800L13.4 3.600l3 3L6.8 16.200Z"/>',
  copy: '<rect x="6.5" y="6.5" width="10.5" height="10.5" rx="1.5"/><path d="M13.5 6.500V4.500A1.5 1.5 0 0 0 12 3H4.500A1.5 1.5 0 0 0 3 4.500V12a1.5 1.5 0 0 0 1.5 1.500h2"/>',
  external:
    '<path d="M8 4H4.500A1.5 1.5 0 0 0 3 5.500v10A1.5 1.5 0 0 0 4.5 17h10a1.5 1.5 0 0 0 1.5-1.500V12M11.5 3H17v5.500M17 3l-8 8"/>',
  sun: `<circle cx="10" cy="10" r="3.3"/><path d="${wheel}"/>`,
  moon: '<path d="M16.5 12.200A7 7 0 0 1 7.8 3.500a7 7 0 1 0 8.7 8.700Z"/>',
  'system-theme':
    '<circle cx="10" cy="10" r="6.8"/><path d="M10 3.200v13.600a6.8 6.8 0 0 0 0-13.600Z" fill="currentColor"/>',
  menu: '<path d="M3 5.500h14M3 10h14M3 14.500h14"/>',
  close: '<path d="m5 5 10 10M15 5 5 15"/>',
  check: '<path d="m4 10.5 4 4 8-9"/>',
  chevron: '<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>',
  arrow: '<path d="M3.5 10h13M11.5 5l5 5-5 5"/>',
  mark: '<rect x="2.5" y="3" width="15" height="14" rx="1.5"/><path d="M6 7h8M6 10h5M6 13h6.5"/>',
};

/** The names of the symbols that some HTML refers to. */
export const symbolsIn = (html: string): readonly SymbolName[] => {
  const names = new Set<string>();
  for (const [, name] of html.matchAll(/"#g-([a-z-]+)"/g)) names.add(name as string);
  return [...names].filter((name): name is SymbolName => name in symbols).sort();
};

/** The glyphs that a search result may have. */
export const resultGlyphs = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'group',
  'user',
  'template',
  'location',
  'ai-resource',
  'entity',
  'docs',
] as const satisfies readonly SymbolName[];
