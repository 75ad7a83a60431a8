import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import { describeValue, isMapping, type Mapping, quote } from '../values.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';
import { type EntityProblem, formatPath, textProblem } from './entity-problem.ts';
import { isDnsLabel, isLabelKey, isLabelValue, isObjectName, isTag, isUrl } from './format-rules.ts';

type Check = (value: string) => boolean;

const anyText: Check = () => true;
const notBlank: Check = (value) => value.trim() !== '';
// Control characters, directional overrides and isolates, zero-width characters, half surrogate pairs.
const hidden = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\p{Cs}]/u;

/** Checks `metadata` against Backstage's schema and format rules: names, labels, annotations, tags, links. */
export function validateMetadata(metadata: Mapping): EntityProblem[] {
  return [
    ...checkText(metadata, ['metadata', 'name'], 'catalog/invalid-name', isObjectName, 'required'),
    ...checkText(metadata, ['metadata', 'namespace'], 'catalog/invalid-namespace', isDnsLabel),
    ...['uid', 'etag', 'title'].flatMap((field) =>
      checkText(metadata, ['metadata', field], 'catalog/invalid-field', anyText),
    ),
    ...checkDescription(metadata),
    ...checkPairs(metadata['labels'], 'labels', 'catalog/invalid-label', isLabelValue),
    ...checkPairs(metadata['annotations'], 'annotations', 'catalog/invalid-annotation', anyText),
    ...checkTags(metadata['tags']),
    ...checkLinks(metadata['links']),
  ];
}

/** Titles and names for people that do not read as they are written: a warning each, the entity stays. */
export function findHiddenCharacters({ metadata, spec }: Mapping): EntityProblem[] {
  const titles: [YamlPath, unknown][] = [];
  if (isMapping(metadata)) {
    titles.push([['metadata', 'title'], metadata['title']]);
    const links: readonly unknown[] = Array.isArray(metadata['links']) ? metadata['links'] : [];
    for (const [index, link] of links.entries()) {
      if (isMapping(link)) titles.push([['metadata', 'links', index, 'title'], link['title']]);
    }
  }
  if (isMapping(spec) && isMapping(spec['profile'])) {
    titles.push([['spec', 'profile', 'displayName'], spec['profile']['displayName']]);
  }
  return titles.flatMap(([path, title]): EntityProblem[] => {
    if (typeof title !== 'string' || !hidden.test(title)) return [];
    const message = `${formatPath(path)}: ${quote(title)} holds characters that cannot be seen.`;
    return [{ code: 'catalog/hidden-characters', message, path }];
  });
}

function checkText(
  parent: Mapping,
  path: YamlPath,
  code: DiagnosticCode,
  isValid: Check,
  presence: 'required' | 'optional' = 'optional',
): EntityProblem[] {
  const value = parent[String(path.at(-1))];
  if (value === undefined) {
    if (presence === 'optional') return [];
    return [{ code: 'catalog/missing-field', message: `${formatPath(path)} is missing.`, path }];
  }
  const problem = textProblem(value, path);
  if (problem) return [problem];
  const text = String(value);
  if (isValid(text)) return [];
  const length = text.length > 63 && isValid(text.slice(0, 63)) ? ` ${text.length} characters are too many.` : '';
  return [{ code, message: `${formatPath(path)}: ${quote(text)} is not valid.${length}`, path }];
}

function checkDescription(metadata: Mapping): EntityProblem[] {
  const value = metadata['description'];
  const problem = value === undefined ? undefined : textProblem(value, ['metadata', 'description'], 0);
  return problem ? [problem] : [];
}

function checkPairs(value: unknown, field: string, code: DiagnosticCode, isValid: Check): EntityProblem[] {
  if (value === undefined) return [];
  const path = ['metadata', field];
  if (!isMapping(value)) return [wrongShape(value, path, 'a mapping')];
  return Object.entries(value).flatMap(([key, text]): EntityProblem[] => {
    const place = [...path, key];
    if (!isLabelKey(key)) {
      return [{ code, message: `${formatPath(path)}: the key ${quote(key)} is not valid.`, path: place, part: 'key' }];
    }
    const problem = textProblem(text, place, 0);
    if (problem) return [problem];
    if (isValid(String(text))) return [];
    return [{ code, message: `${formatPath(path)}.${key}: ${quote(String(text))} is not valid.`, path: place }];
  });
}

function checkTags(tags: unknown): EntityProblem[] {
  if (tags === undefined) return [];
  const path = ['metadata', 'tags'];
  if (!Array.isArray(tags)) return [wrongShape(tags, path, 'a list')];
  return tags.flatMap((tag: unknown, index): EntityProblem[] => {
    const place = [...path, index];
    const problem = textProblem(tag, place);
    if (problem) return [problem];
    const text = String(tag);
    if (isTag(text)) return [];
    const better = text
      .toLowerCase()
      .replace(/[^a-z0-9:+#]+/g, '-')
      .replace(/^-+|-+$/g, '');
    return [
      {
        code: 'catalog/invalid-tag',
        message: `The tag ${quote(text)} is not valid.`,
        path: place,
        ...(isTag(better) && {
          hint: `Write ${better}: lower-case letters, digits and : + #, with single - between them.`,
        }),
      },
    ];
  });
}

function checkLinks(links: unknown): EntityProblem[] {
  if (links === undefined) return [];
  const path = ['metadata', 'links'];
  if (!Array.isArray(links)) return [wrongShape(links, path, 'a list')];
  return links.flatMap((link: unknown, index): EntityProblem[] => {
    const place = [...path, index];
    if (!isMapping(link)) return [wrongShape(link, place, 'a mapping')];
    return [
      ...checkText(link, [...place, 'url'], 'catalog/invalid-link', isUrl, 'required'),
      ...checkText(link, [...place, 'title'], 'catalog/invalid-link', notBlank),
      ...checkText(link, [...place, 'icon'], 'catalog/invalid-link', notBlank),
      ...checkText(link, [...place, 'type'], 'catalog/invalid-link', anyText),
    ];
  });
}

function wrongShape(value: unknown, path: YamlPath, expected: string): EntityProblem {
  const message = `${formatPath(path)} must be ${expected}, but is ${describeValue(value)}.`;
  return { code: 'catalog/invalid-field', message, path };
}
