import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import { quote } from '../values.ts';
import type { YamlDocument, YamlFile } from '../yaml/yaml-documents.ts';
import { readLocation } from './location-entity.ts';
import { isGlob, matchPaths } from './match-paths.ts';
import { resolveTarget } from './resolve-target.ts';

/** How far Locations are followed within one repository. */
export const locationLimits = { depth: 5, files: 500, patterns: 50 } as const;

/** A catalog file, and how it was come by. */
export interface Descriptor {
  readonly path: string;
  /** The file among the configured catalog paths that led here; itself for those. */
  readonly origin: string;
  /** The file whose Location led here; absent for the configured catalog paths. */
  readonly from?: string;
  /** How many Locations lie between. */
  readonly depth: number;
  readonly file: YamlFile;
}

/**
 * What this run has of a file elsewhere: it is `read` as part of its own repository, or `absent` there; or it is not read, for
 * a reason that is known or not (the end of a sentence).
 */
export type FoundElsewhere = 'read' | 'absent' | { readonly notRead: string | undefined };

/** What a walk needs to know of a repository. */
export interface WalkInput {
  readonly repository: RepositoryInfo;
  readonly catalogPaths: readonly string[];
  /** All paths that a glob may match, sorted. */
  readonly paths: readonly string[];
  readonly exists: (path: string) => boolean;
  /** The parsed file, or `undefined` when its text is not at hand. */
  readonly open: (path: string) => YamlFile | undefined;
  /** Whether the Locations of a file may be followed; absent: those of every file. */
  readonly mayFollow?: (path: string) => boolean;
  /** What became of a file of another repository. */
  readonly findElsewhere: (url: string) => FoundElsewhere;
}

/** The catalog files of one repository in the order they were reached, and what is wrong with its Locations. */
export interface Walk {
  readonly descriptors: readonly Descriptor[];
  /** Every path that was reached, with or without text. */
  readonly reached: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Step {
  readonly path: string;
  readonly origin: string;
  readonly from?: string;
  readonly depth: number;
}

/** Follows Locations from the configured catalog files, breadth first; each file is visited once, so cycles end. */
export function walkDescriptors(input: WalkInput): Walk {
  const queue: Step[] = [...input.catalogPaths].sort().map((path) => ({ path, origin: path, depth: 0 }));
  const reached = new Set(queue.map((step) => step.path));
  const descriptors: Descriptor[] = [];
  const diagnostics: Diagnostic[] = [];
  const patterns: Patterns = new Map();
  let followed = 0;
  for (let step = queue.shift(); step; step = queue.shift()) {
    const file = input.open(step.path);
    if (!file) continue;
    descriptors.push({ ...step, file });
    for (const document of file.documents) {
      const found = followDocument(input, step, document, patterns);
      diagnostics.push(...found.diagnostics);
      for (const { path, report } of found.targets) {
        if (reached.has(path)) continue;
        if (step.depth >= locationLimits.depth || followed >= locationLimits.files) {
          diagnostics.push(
            report('catalog/location-limit', `${quote(path)} is not read: too many locations lead to it.`),
          );
          break;
        }
        followed += 1;
        reached.add(path);
        queue.push({ path, origin: step.origin, from: step.path, depth: step.depth + 1 });
      }
    }
  }
  return { descriptors, reached: [...reached], diagnostics };
}

type Report = (code: Diagnostic['code'], message: string) => Diagnostic;

interface FoundTargets {
  readonly targets: { readonly path: string; readonly report: Report }[];
  readonly diagnostics: Diagnostic[];
}

function followDocument(input: WalkInput, step: Step, document: YamlDocument, patterns: Patterns): FoundTargets {
  const found: FoundTargets = { targets: [], diagnostics: [] };
  const location = readLocation(document.value);
  if (!location || input.mayFollow?.(step.path) === false) return found;
  for (const { target, path: place } of location.targets) {
    const report: Report = (code, message) =>
      diagnose(code, {
        message,
        source: { repository: input.repository.slug, path: step.path, ...document.locate(place) },
        entityRef: location.ref,
      });
    const resolved = resolveTarget(input.repository, step.path, target);
    if (resolved.type === 'invalid') {
      found.diagnostics.push(
        report('catalog/location-invalid', `The target ${quote(target)} cannot be followed: ${resolved.reason}.`),
      );
    } else if (resolved.type === 'elsewhere') {
      const known = input.findElsewhere(resolved.url);
      if (known === 'read' || (known === 'absent' && location.isOptional)) continue;
      found.diagnostics.push(
        known === 'absent'
          ? report('catalog/location-not-found', `No file of that repository matches the target ${quote(target)}.`)
          : report('catalog/location-elsewhere', describeNotRead(target, known.notRead, resolved.reason)),
      );
    } else {
      const paths = matchTarget(resolved.path, input, patterns);
      if (paths === 'one-too-many') {
        const most = `the Locations of a repository may have ${locationLimits.patterns} patterns`;
        found.diagnostics.push(report('catalog/location-limit', `${quote(target)} is not read: ${most}.`));
        break;
      }
      if (paths === undefined) {
        found.diagnostics.push(
          report('catalog/location-invalid', `The target ${quote(target)} has too many wildcards.`),
        );
      } else if (paths.length === 0 && !location.isOptional) {
        found.diagnostics.push(
          report('catalog/location-not-found', `No file of the repository matches the target ${quote(target)}.`),
        );
      }
      for (const path of paths ?? []) if (path !== step.path) found.targets.push({ path, report });
    }
  }
  return found;
}

function describeNotRead(target: string, reason: string | undefined, place: string): string {
  return `The target ${quote(target)} is ${place} and is not read${reason === undefined ? '' : `: ${reason}`}.`;
}

/** What each pattern of the repository's Locations matches; `undefined` for those with too many wildcards. */
type Patterns = Map<string, readonly string[] | undefined>;

// A pattern costs a comparison with every path of the repository.
function matchTarget(
  path: string,
  input: WalkInput,
  patterns: Patterns,
): readonly string[] | undefined | 'one-too-many' {
  if (input.exists(path)) return [path];
  if (!isGlob(path)) return [];
  if (!patterns.has(path)) {
    if (patterns.size >= locationLimits.patterns) return 'one-too-many';
    patterns.set(path, matchPaths(path, input.paths));
  }
  return patterns.get(path);
}
