import type { KindGlyphName } from './shared.ts';

/** Eight short lines around the middle, between two radii. */
export const spokes = (from: number, to: number): string =>
  Array.from({ length: 8 }, (_, spoke) => {
    const [cos, sin] = [Math.cos((spoke * Math.PI) / 4), Math.sin((spoke * Math.PI) / 4)];
    const point = (radius: number): string => `${(10 + radius * cos).toFixed(1)} ${(10 + radius * sin).toFixed(1)}`;
    return `M${point(from)}L${point(to)}`;
  }).join('');

/** What the glyph of a kind draws on a 20 × 20 field with a 1.6 stroke of the current colour. */
export const kindSymbols: Readonly<Record<KindGlyphName, string>> = {
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
  book: '<path d="M15.5 14V2.800H6.500a2 2 0 0 0-2 2v10.600M15.500 14H6.400a1.700 1.700 0 0 0 0 3.400h9.100M8 6.500h4"/>',
  bucket:
    '<ellipse cx="10" cy="5" rx="6.8" ry="2.2"/><path d="m3.200 5.200 1.900 10.200c.2 1.200 2.300 2.100 4.900 2.100s4.700-.9 4.900-2.100l1.900-10.200"/>',
  cache:
    '<circle cx="10" cy="11" r="6.5"/><path d="M8 2.500h4M10 2.500v2M10 11l2.600-2.600M15.300 4.500l1.200 1.200"/>',
  cloud: '<path d="M5.800 16a3.800 3.800 0 0 1-.3-7.600 4.900 4.900 0 0 1 9.400.2A3.700 3.700 0 0 1 14.500 16Z"/>',
  cluster:
    '<circle cx="10" cy="5" r="2.4"/><circle cx="4.9" cy="14.2" r="2.4"/><circle cx="15.1" cy="14.2" r="2.4"/><path d="M8.800 7.200 6.100 12M11.200 7.200 13.900 12M7.400 14.200h5.200"/>',
  collection:
    '<rect x="2.800" y="8.800" width="14.4" height="8.200" rx="1.500"/><path d="M4.800 5.900h10.400M6.800 3h6.400"/>',
  dashboard: '<path d="M4.300 16.200a7.600 7.600 0 1 1 11.400 0ZM10 12l3.300-4.200M6 10.800h.1M8 7.200v.1"/>',
  database:
    '<ellipse cx="10" cy="4.600" rx="5.200" ry="2.100"/><path d="M4.800 4.600v10.800c0 1.200 2.300 2.100 5.200 2.100s5.200-.9 5.200-2.100V4.600M4.800 8.200c0 1.200 2.300 2.100 5.200 2.100s5.200-.9 5.200-2.100M4.800 11.800c0 1.200 2.300 2.100 5.200 2.100s5.200-.9 5.200-2.100"/>',
  dataset:
    '<rect x="2.500" y="3.500" width="15" height="13" rx="1.500"/><path d="M2.500 7.800h15M2.500 12.200h15M7.800 7.800v8.700"/>',
  device:
    '<rect x="5.500" y="5.500" width="9" height="9" rx="1.500"/><path d="M8 2.500v3M12 2.500v3M8 14.500v3M12 14.500v3M2.500 8h3M2.500 12h3M14.500 8h3M14.500 12h3"/>',
  document: '<path d="M4.500 2.500h7.500l3.500 3.500v11.500h-11ZM12 2.500V6h3.500M7.500 10h5M7.500 13.500h5"/>',
  environment:
    '<path d="m10 2.800 7.500 3.700L10 10.200 2.500 6.500ZM2.500 10.200l7.500 3.700 7.500-3.700M2.500 13.800l7.500 3.700 7.500-3.700"/>',
  event: '<path d="M11.300 2.500 4.300 11.500h5l-.7 6 7-9h-5Z"/>',
  function:
    '<path d="M14 3.300c-2.700-1-4 .4-4.400 2.800L8 14.300c-.4 2.200-1.700 3.200-3.600 2.400M6.300 8.600h6.400"/>',
  gateway:
    '<path d="M3.500 17V9.200a6.500 6.500 0 0 1 13 0V17M7.500 17v-7.200a2.500 2.500 0 0 1 5 0V17M1.800 17h16.400"/>',
  job: '<path d="M16.500 7.500A7 7 0 1 0 17 10.500M17 3.800v3.700h-3.700M10 6.500V10l2.400 2.400"/>',
  key: '<circle cx="6.700" cy="13.300" r="3.900"/><path d="m9.500 10.500 7.500-7.500M13.300 6.700l2.700 2.700"/>',
  library:
    '<path d="M3.300 3.500h3.400v13H3.300ZM6.700 5.500h3.500v11H6.700M11.600 5.600l2.800-.8 3 10.900-2.800.8Z"/>',
  mobile: '<rect x="5.300" y="2.300" width="9.400" height="15.4" rx="2"/><path d="M9 14.700h2"/>',
  model: '<path d="M3 3v14h14M5.800 13.500c5.400 0 4-8 10.200-8M5.800 6v.1M14 12.500v.1"/>',
  package: '<path d="M3 7.300 5 3.300h10l2 4v9.400H3ZM3 7.300h14M10 3.300v4M8 10.800h4"/>',
  pipeline:
    '<circle cx="4.400" cy="5" r="1.900"/><circle cx="15.600" cy="15" r="1.900"/><path d="M6.300 5h7.200a2.500 2.500 0 0 1 0 5h-7a2.500 2.500 0 0 0 0 5h7.200"/>',
  plugin: '<path d="M7 2.500V6M13 2.500V6M4.500 6h11v3a5.500 5.500 0 0 1-11 0ZM10 14.500v3.500"/>',
  policy:
    '<path d="M10 2.300 16.300 4.600v4.900c0 4-2.600 6.700-6.300 8.200-3.700-1.500-6.300-4.200-6.300-8.200V4.600ZM7.200 9.800l2 2 3.700-3.800"/>',
  product:
    '<path d="M3 3h6.800l7.400 7.400a1 1 0 0 1 0 1.400l-5.400 5.400a1 1 0 0 1-1.400 0L3 9.800Z"/><circle cx="6.800" cy="6.800" r="1.200"/>',
  queue:
    '<rect x="2.300" y="5.500" width="3.800" height="9" rx="1"/><rect x="8.100" y="5.500" width="3.800" height="9" rx="1"/><rect x="13.900" y="5.500" width="3.800" height="9" rx="1"/>',
  server:
    '<rect x="2.800" y="3" width="14.4" height="5.800" rx="1.300"/><rect x="2.800" y="11.200" width="14.4" height="5.800" rx="1.300"/><path d="M6 5.850v.1M6 14.050v.1M10 5.900h4M10 14.100h4"/>',
  service: `<circle cx="10" cy="10" r="5.2"/><circle cx="10" cy="10" r="1.900"/><path d="${spokes(5.2, 7.8)}"/>`,
  terminal:
    '<rect x="2.500" y="3.500" width="15" height="13" rx="1.500"/><path d="m5.800 7.300 3 2.700-3 2.700M10.500 13h4"/>',
  topic:
    '<circle cx="10" cy="10" r="1.700"/><path d="M6.300 13.700a5.200 5.200 0 0 1 0-7.400M13.700 6.300a5.200 5.200 0 0 1 0 7.400M3.900 16.100a8.600 8.600 0 0 1 0-12.200M16.100 3.900a8.600 8.600 0 0 1 0 12.200"/>',
  website:
    '<rect x="2.500" y="3.500" width="15" height="13" rx="1.500"/><path d="M2.500 7.600h15M5.200 5.500v.1M7.800 5.500v.1"/>',
  workflow:
    '<rect x="2.500" y="2.800" width="6.500" height="4.700" rx="1"/><rect x="11" y="12.500" width="6.500" height="4.700" rx="1"/><path d="M5.700 7.500v4.900a2.500 2.500 0 0 0 2.500 2.500H11"/>',
};

/** What the glyph of docs draws, as a kind's does. */
export const docsSymbol =
  '<path d="M10 5.200C8.3 3.9 6 3.4 2.8 3.500v12c3.2-.1 5.5.4 7.2 1.7 1.7-1.3 4-1.8 7.2-1.700v-12c-3.2-.1-5.5.4-7.2 1.700ZM10 5.200v12"/>';

/** What Callboard's own mark draws, as a kind's does. */
export const markSymbol = '<rect x="2.5" y="3" width="15" height="14" rx="1.5"/><path d="M6 7h8M6 10h5M6 13h6.5"/>';
