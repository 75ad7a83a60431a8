import type { RelationPair } from '../../catalog/model/kind-definition.ts';
import type { GlyphName } from '../views/shared.ts';
import type { Language } from '../views/text/texts.ts';

/** An entity as a drawing shows it. */
export interface GraphSubject {
  /** Canonical entity ref. */
  readonly ref: string;
  /** Title, else name. */
  readonly title: string;
  /** `type · owner`. */
  readonly subtitle: string;
  readonly glyph: GlyphName;
  readonly url?: string;
  /** Nothing in the catalog has this ref. */
  readonly missing?: boolean;
  /** Higher is kept first when there is no room for all; for example how many entities depend on it. Default 0. */
  readonly weight?: number;
}

/** A relation of the catalog, in either direction of its pair; `type` as Backstage names it (`dependsOn`, `dependencyOf`). */
export interface SubjectRelation {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

/** What is drawn around one entity. */
export interface NeighbourhoodInput {
  readonly focus: GraphSubject;
  readonly neighbours: readonly GraphSubject[];
  readonly edges: readonly SubjectRelation[];
  /** Relations that Backstage does not have; absent: none. */
  readonly pairs?: readonly RelationPair[];
  /** Of the words; absent: English. */
  readonly language?: Language;
  /** The system of the focus: a frame around those of `members` (refs) that are drawn. */
  readonly cluster?: {
    readonly title: string;
    /** Ref of the system itself; then it is not drawn as a node too. */
    readonly ref?: string;
    readonly members: readonly string[];
  };
}
