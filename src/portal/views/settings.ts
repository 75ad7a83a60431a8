import type { GlyphName, PageFrame } from './shared.ts';

/** `/settings/`: everything on it is made by the browser, which keeps it. */
export interface SettingsPage {
  readonly page: 'settings';
  readonly frame: PageFrame;
  /** Teams to choose from; see `TeamRow`. */
  readonly teamsUrl: string;
  /** Glyphs that entities of this portal and docs have. */
  readonly glyphs: readonly GlyphName[];
}
