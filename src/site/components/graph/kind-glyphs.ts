import type { GlyphName } from '../../../portal/views/shared.ts';

/** The glyphs that nodes of the live graph may need from the page's sprite. */
export const kindGlyphs: readonly GlyphName[] = [
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
];
