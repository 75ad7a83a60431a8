import type { GraphDrawing } from '../../portal/views/graph.ts';
import { kindSymbols } from '../../portal/views/kind-symbols.ts';
import type { EntityMention, Facet, GlyphName, ProblemView } from '../../portal/views/shared.ts';
import tokensCss from '../styles/tokens.css?raw';
import docsTokensCss from '../styles/tokens-docs.css?raw';

const declared = [...`${tokensCss}${docsTokensCss}`.matchAll(/^ {2}(--cb-[\w-]+): (.+);$/gm)].map(
  ([, name = '', value = '']) => ({ name, value }),
);
const isColour = ({ value }: { readonly value: string }) =>
  /light-dark|#|var\(--cb-(?:paper|ink|line|accent|green|amber|red|violet|stone|yellow)/.test(value);
const unique = <Item extends { readonly name: string }>(all: readonly Item[]) => [
  ...new Map(all.map((item) => [item.name, item])).values(),
];

/** Colours as written (level 1), and what they mean (level 2). */
export const colours = {
  raw: unique(declared.filter((token) => isColour(token) && !token.value.startsWith('var('))),
  meaning: unique(declared.filter((token) => isColour(token) && token.value.startsWith('var('))),
};

/** Steps of type, smallest first. */
export const steps = unique(declared.filter(({ name }) => name.startsWith('--cb-step'))).map(({ name }) => name);

/** Which colour stands on which, and the contrast that it must have at least (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11). */
export const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...['--cb-page', '--cb-surface', '--cb-surface-strong'].flatMap((ground) => [
    ['--cb-text', ground, 7] as const,
    ['--cb-text-muted', ground, ground === '--cb-surface-strong' ? 4.5 : 7] as const,
    ['--cb-text-faint', ground, 4.5] as const,
    ['--cb-link', ground, 4.5] as const,
  ]),
  ['--cb-link', '--cb-mark', 4.5],
  ['--cb-page', '--cb-text', 7],
  ['--cb-text', '--cb-highlight', 7],
  ['--cb-control', '--cb-page', 3],
  ...['--cb-good', '--cb-warn', '--cb-bad', '--cb-info', '--cb-quiet'].map((tone) => [tone, '--cb-page', 3] as const),
  ...['keyword', 'string', 'number', 'name', 'comment'].map(
    (part) => [`--cb-code-${part}`, '--cb-surface', 4.5] as const,
  ),
];

/** Glyphs of the kinds. */
export const glyphs = Object.keys(kindSymbols) as readonly GlyphName[];

/** An entity that the catalog knows, and one that it does not. */
export const entities: readonly EntityMention[] = [
  {
    ref: 'component:default/orders-service',
    title: 'orders-service',
    glyph: 'service',
    url: '#orders-service',
    kind: 'Component',
    description: 'Takes an order from basket to hand-over: reserves stock, asks for the money, tells the warehouse.',
    lifecycle: { text: 'production', tone: 'good' },
    owner: { text: 'Order team', url: '#order-team' },
    mark: 'earlier version',
  },
  {
    ref: 'resource:default/old-ledger',
    title: 'old-ledger',
    glyph: 'resource',
    kind: 'Resource',
    lifecycle: { text: 'deprecated', tone: 'warn' },
    owner: { text: 'bookkeeping' },
  },
];

/** Values to choose from. */
export const facets: readonly Facet[] = [
  {
    field: 'lifecycle',
    title: 'Lifecycle',
    values: [
      { value: 'production', count: 1204 },
      { value: 'deprecated', count: 3 },
    ],
  },
];

/** A problem of each severity. */
export const problems: readonly ProblemView[] = (['error', 'warning', 'info'] as const).map((severity) => ({
  severity,
  code: 'catalog/reference-not-found',
  codeUrl: '#code',
  title: 'Reference to nothing',
  message: 'spec.owner refers to group:default/odrers, which is not in the catalog.',
  hint: 'Did you mean group:default/orders?',
  address: 'orders-service/catalog-info.yaml:12:5',
  addressUrl: '#line',
}));

const node = { subtitle: 'service', glyph: 'service', missing: false, y: 20, width: 170, height: 46 } as const;

/** Two nodes and what is between them. */
export const drawing: GraphDrawing = {
  width: 560,
  height: 90,
  nodes: [
    { ...node, id: 'a', title: 'checkout-web', url: '#checkout', focus: false, x: 10 },
    { ...node, id: 'b', title: 'orders-service', url: '#orders', focus: true, x: 380 },
  ],
  edges: [{ from: 'a', to: 'b', label: 'depends on', path: 'M180 43H380', labelX: 280, labelY: 38 }],
  clusters: [],
  summary: 'checkout-web depends on orders-service.',
  omitted: 0,
};
