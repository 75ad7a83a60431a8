/** A field of `spec` that refers to other entities, and the relation that it makes. */
export interface RelationField {
  /** Field of `spec`: one reference or a list of them. Dots lead to fields inside it: `deployment.cluster`. */
  readonly field: string;
  /** Where a mapping stands in place of a reference: its key that holds the reference. Absent: only text is one. */
  readonly key?: string;
  readonly relation: string;
  /** The same relation as the target sees it. */
  readonly inverse: string;
  /** Kind of references that name none; absent: the reference must name one. */
  readonly defaultKind?: string;
  /** Namespace of references that name none; absent: that of the entity itself. */
  readonly defaultNamespace?: string;
  /** Kinds that make sense here; absent: any. */
  readonly targetKinds?: readonly string[];
}

/** A kind, or one `spec.type` of a kind, as data. */
export interface KindDefinition {
  readonly kind: string;
  readonly apiVersions: readonly string[];
  /** The definition holds for entities with this `spec.type` only; absent: for all others. */
  readonly specType?: string;
  /** JSON Schema of `spec`. */
  readonly specSchema: object;
  /** Lists that the schema requires but that real files leave out: taken as empty, with a warning. */
  readonly lenientLists?: readonly string[];
  readonly relations: readonly RelationField[];
}

/** A pair of relations: one fact as its two ends see it. */
export interface RelationPair {
  readonly relation: string;
  readonly inverse: string;
  /** Reads between the names of two entities: "publishes to". */
  readonly title: string;
  /** As `title`, the other way round: "is written by". */
  readonly inverseTitle: string;
}
