import type { ChangeView } from './changes.ts';
import type { EntityMention, GlyphName, PageFrame } from './shared.ts';

/** A domain with its systems; without `entity`: the systems of no domain. */
export interface HomeChapter {
  readonly title: string;
  readonly entity?: EntityMention;
  readonly systems: readonly { readonly entity: EntityMention; readonly componentCount: number }[];
}

/** `/`. */
export interface HomePage {
  readonly page: 'home';
  readonly frame: PageFrame;
  readonly kinds: readonly {
    readonly title: string;
    readonly glyph: GlyphName;
    readonly count: number;
    readonly url: string;
  }[];
  readonly domains: readonly HomeChapter[];
  readonly teams: readonly { readonly entity: EntityMention; readonly owned: number; readonly people: number }[];
  readonly docs: readonly {
    readonly title: string;
    readonly url: string;
    readonly pageCount: number;
    readonly entity: EntityMention;
  }[];
  /** Repositories by last commit, newest first. */
  readonly recent: readonly { readonly entity: EntityMention; readonly time: string; readonly repository: string }[];
  /** What the last builds found to be different, newest first, and where all of it is told; absent: nobody compared builds. */
  readonly changes?: {
    readonly url: string;
    readonly lines: readonly (ChangeView & { readonly entity: EntityMention })[];
  };
  readonly health: readonly {
    readonly label: string;
    readonly value: string;
    readonly note: string;
    readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
    readonly url?: string;
  }[];
  readonly repositoryCount: number;
  readonly entityCount: number;
}
