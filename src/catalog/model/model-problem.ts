import type { YamlPath } from '../yaml/yaml-positions.ts';
import type { RawModelDocument } from './model-documents.ts';

/** Something wrong in a model file, with its place. */
export interface ModelProblem {
  /** The file, as it was given. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** What is wrong and what to write instead. */
  readonly message: string;
}

/** A document of a model file that has passed its JSON Schema. */
export interface ModelDocument {
  readonly raw: RawModelDocument;
  /** `file:line` of the document's first line. */
  readonly address: string;
  readonly problem: (path: YamlPath, message: string) => ModelProblem;
}
