/** A field of `spec` that refers to other entities, and the relation that it makes. */
export interface RelationField {
  /** Field of `spec`: one reference or a list of them. */
  readonly field: string;
  readonly relation: string;
  /** The same relation as the target sees it. */
  readonly inverse: string;
  /** Kind of references that name none; absent: the reference must name one. */
  readonly defaultKind?: string;
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
