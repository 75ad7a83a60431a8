import type { Portal } from '../assemble-portal.ts';
import { frameOf } from '../frame.ts';
import { urlOf } from '../urls.ts';
import type { SettingsPage } from '../views/settings.ts';
import type { GlyphName } from '../views/shared.ts';
import { textsIn } from '../views/text/texts.ts';
import { settingsPath, teamsDataPath } from './personal-paths.ts';

/** `/settings/`: what is kept in the browser. */
export function settingsPage(portal: Portal): SettingsPage {
  const text = textsIn(portal.config.language).settings;
  return {
    page: 'settings',
    frame: frameOf(portal, {
      path: settingsPath,
      title: text.title,
      description: text.description,
      section: 'none',
    }),
    teamsUrl: urlOf(portal.config.base, teamsDataPath),
    glyphs: keptGlyphs(portal),
  };
}

/** Glyphs that what a browser keeps may have. */
export function keptGlyphs(portal: Portal): readonly GlyphName[] {
  const used = [...portal.mentions.values()].map(({ glyph }) => glyph);
  return [...new Set<GlyphName>([...used, 'entity', 'docs', 'group'])].sort();
}
