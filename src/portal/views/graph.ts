import type { EntityMention, GlyphName, PageFrame } from './shared.ts';

/** A node of a drawn graph; boxes are in the drawing's units, top left. */
export interface GraphNode {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly glyph: GlyphName;
  readonly url?: string;
  readonly focus: boolean;
  readonly missing: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The title uncut, when `title` may be cut to fit the box. */
  readonly fullTitle?: string;
  /** How it relates to the focus, for those who hear the drawing: "depends on this". */
  readonly relation?: string;
}

/** An edge of a drawn graph. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Empty where another edge of the same bundle carries the label. */
  readonly label: string;
  /** SVG path data. */
  readonly path: string;
  /** Centre of the label. */
  readonly labelX: number;
  readonly labelY: number;
}

/** A drawn neighbourhood, laid out at build time. */
export interface GraphDrawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** A frame with a name around some nodes: the system. */
  readonly clusters: readonly {
    readonly title: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Sentence for screen readers. */
  readonly summary: string;
  /** How many neighbours were left out for space. */
  readonly omitted: number;
  /** Centre of the focus in tenths of the width, 0 to 10: where a frame that is too narrow starts. */
  readonly focusAt?: number;
}

/** `/catalog-graph/`: the estate. Small ones are drawn at build time; large ones as clusters, nodes loaded by script. */
export interface GraphPage {
  readonly page: 'graph';
  readonly frame: PageFrame;
  /** URL of `GraphData` for the live view. */
  readonly dataUrl: string;
  /** Glyphs of the nodes. */
  readonly glyphs: readonly GlyphName[];
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Drawn at build time so that links work without scripts; absent above the size that a page may have. */
  readonly drawing?: GraphDrawing;
  /** Entry points without scripts: domains and systems with their counts. */
  readonly outline: readonly {
    readonly entity: EntityMention;
    readonly children: readonly { readonly entity: EntityMention; readonly count: number }[];
  }[];
}

/** `catalog-graph/graph.json`: the whole estate for the live graph. Compact: nodes by position in the array. */
export interface GraphData {
  readonly nodes: readonly {
    readonly ref: string;
    readonly title: string;
    /** Lower case; a key of `kinds`. */
    readonly kind: string;
    readonly url: string;
    readonly group: string;
    readonly x: number;
    readonly y: number;
  }[];
  /** `[from, to, relation]`, indices into `nodes` and `relations`. */
  readonly edges: readonly (readonly [number, number, number])[];
  /** Types: `dependsOn`. */
  readonly relations: readonly string[];
  /** How each of the relations reads along its edge: "depends on". */
  readonly phrases: readonly string[];
  /** How the kinds of the nodes are called and drawn. */
  readonly kinds: Readonly<Record<string, { readonly title: string; readonly glyph: GlyphName }>>;
}
