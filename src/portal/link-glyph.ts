import type { EntityLink } from '../catalog/entity.ts';
import type { GlyphName } from './views/shared.ts';

/** The glyph beside a link: of the icon's name that its author wrote, as Backstage's apps know them, else of where it leads. */
export function linkGlyph({ icon, type, url }: Pick<EntityLink, 'icon' | 'type' | 'url'>): GlyphName {
  for (const name of [icon, type]) {
    const known = typeof name === 'string' ? name.toLowerCase().replace(/^kind:/, '') : '';
    if (Object.hasOwn(glyphs, known)) return glyphs[known as keyof typeof glyphs];
  }
  return /^mailto:/i.test(url) ? glyphs.email : 'external';
}

const glyphs = {
  admin: 'key',
  alert: 'problem',
  alerts: 'problem',
  api: 'api',
  book: 'book',
  catalog: 'collection',
  chat: 'user',
  cloud: 'cloud',
  code: 'source',
  component: 'component',
  dashboard: 'dashboard',
  database: 'database',
  doc: 'docs',
  docs: 'docs',
  domain: 'domain',
  email: 'document',
  github: 'source',
  gitlab: 'source',
  group: 'group',
  groups: 'group',
  help: 'info',
  library: 'library',
  location: 'location',
  monitoring: 'dashboard',
  person: 'user',
  pipeline: 'pipeline',
  resource: 'resource',
  runbook: 'book',
  scaffolder: 'template',
  search: 'search',
  source: 'source',
  system: 'system',
  techdocs: 'docs',
  template: 'template',
  terminal: 'terminal',
  user: 'user',
  warning: 'problem',
  web: 'website',
  website: 'website',
} as const satisfies Readonly<Record<string, GlyphName>>;
