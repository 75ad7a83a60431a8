import type { CodeEntry } from '../code-entry.ts';

const formatWhy =
  'Backstage and Callboard refuse entities with such a value, so the entity is missing from the catalog.';

/** Codes of the `catalog` area. */
export const catalogCodes = {
  'catalog/not-an-entity': {
    severity: 'error',
    title: 'Not an entity',
    why: 'A catalog file holds entities only: mappings with apiVersion, kind, metadata and spec.',
    fix: 'Write an entity here, or take this document out of the catalog file.',
  },
  'catalog/missing-field': {
    severity: 'error',
    title: 'Required field is missing',
    why: 'Without this field the entity does not say enough to be in the catalog.',
    fix: 'Add the field.',
  },
  'catalog/invalid-field': {
    severity: 'error',
    title: 'Field has a wrong value',
    why: formatWhy,
    fix: 'Give the field a value of the kind that is expected.',
  },
  'catalog/quote-it': {
    severity: 'error',
    title: 'Text that YAML reads as something else',
    why: 'Unquoted, YAML takes this for a number, a yes or no; where text is expected the entity is refused.',
    fix: 'Put the value between quotes.',
  },
  'catalog/unknown-field': {
    severity: 'error',
    title: 'Unknown field at the top of an entity',
    why: 'An entity has apiVersion, kind, metadata and spec, and nothing beside them.',
    fix: 'Move the field into metadata or spec, or delete it.',
  },
  'catalog/invalid-api-version': {
    severity: 'error',
    title: 'Malformed apiVersion',
    why: formatWhy,
    fix: 'Write a version, or a domain, a slash and a version: backstage.io/v1alpha1.',
  },
  'catalog/invalid-kind': {
    severity: 'error',
    title: 'Malformed kind',
    why: formatWhy,
    fix: 'Use letters and digits only, beginning with a letter, at most 63.',
  },
  'catalog/invalid-name': {
    severity: 'error',
    title: 'Malformed name',
    why: formatWhy,
    fix: 'Use letters, digits and - _ . between them, at most 63 characters. What people read goes into metadata.title.',
  },
  'catalog/invalid-namespace': {
    severity: 'error',
    title: 'Malformed namespace',
    why: formatWhy,
    fix: 'Use lower-case letters, digits and - between them, at most 63 characters.',
  },
  'catalog/invalid-label': {
    severity: 'error',
    title: 'Malformed label',
    why: formatWhy,
    fix: 'Keys are name or domain/name; values are letters, digits and - _ . between them, at most 63. Longer text is for annotations.',
  },
  'catalog/invalid-annotation': {
    severity: 'error',
    title: 'Malformed annotation key',
    why: formatWhy,
    fix: 'Keys are name or domain/name, with letters, digits and - _ . between them, at most 63 after the slash.',
  },
  'catalog/invalid-tag': {
    severity: 'error',
    title: 'Malformed tag',
    why: formatWhy,
    fix: 'Use lower-case letters, digits and : + #, with single - between them, at most 63 characters.',
  },
  'catalog/invalid-link': {
    severity: 'error',
    title: 'Malformed link',
    why: formatWhy,
    fix: 'Give the link a complete URL (https://…), and no blank title or icon.',
  },
  'catalog/hidden-characters': {
    severity: 'warning',
    title: 'Invisible characters in a title',
    why: 'Control and direction characters can make a title read as something that it is not.',
    fix: 'Type the title again without them.',
  },
  'catalog/missing-list': {
    severity: 'warning',
    title: 'List left out',
    why: 'Backstage refuses the entity without it. Callboard takes it as empty.',
    fix: 'Add the list, if only as [].',
  },
  'catalog/kind-spelling': {
    severity: 'error',
    title: 'Kind in the wrong capitals',
    why: 'Kinds are compared exactly, so nothing knows an entity of this spelling.',
    fix: 'Write the kind as it is spelled in the model.',
  },
  'catalog/unknown-kind': {
    severity: 'warning',
    title: 'Unknown kind',
    why: 'Such entities are shown, but nothing is known of their fields: they are not checked and have few relations.',
    fix: 'Check the spelling of the kind, or declare it in content/model of the portal (docs: Kinds of your own).',
  },
  'catalog/foreign-api-version': {
    severity: 'warning',
    title: 'Unknown apiVersion of a known kind',
    why: 'Such entities are shown, but their fields are not checked; Backstage itself would refuse them.',
    fix: 'Write backstage.io/v1alpha1, or scaffolder.backstage.io/v1beta3 for a Template; or accept the apiVersion in content/model of the portal (docs: Kinds of your own).',
  },
  'catalog/kind-not-allowed': {
    severity: 'warning',
    title: 'Kind that this repository may not define',
    why: 'The portal says which repositories may define which kinds, so that nobody can invent teams or people.',
    fix: 'Move the entity to where such kinds belong, or let the source define this kind in callboard.yaml (allow).',
  },
  'catalog/duplicate-entity': {
    severity: 'error',
    title: 'Entity defined twice',
    why: 'A reference must mean one thing. What had it in the build before keeps it; of new definitions the first by repository, path and line counts. This one does not.',
    fix: 'Rename or delete one of the two.',
  },
  'catalog/template-skeleton': {
    severity: 'info',
    title: 'Template for an entity, not an entity',
    why: 'The document is part of a software template and is filled in when the template is used.',
    fix: 'Nothing to do. To silence this, leave skeletons out of the catalog paths.',
  },
  'catalog/location-not-found': {
    severity: 'error',
    title: 'Location leads nowhere',
    why: 'No file of the repository matches the target, so what it should bring is missing.',
    fix: 'Correct the path, which is relative to this file, or write presence: optional.',
  },
  'catalog/location-elsewhere': {
    severity: 'info',
    title: 'Location leads to what is not read',
    why: 'Locations are followed into repositories of the sources, and without a token to public ones on the hosts of sources.',
    fix: 'Make the other repository one of a source, or let `catalog.followLocations` name it; name the branch that is read.',
  },
  'catalog/location-invalid': {
    severity: 'error',
    title: 'Location target that cannot be followed',
    why: 'The target is neither a path inside the repository nor a web address.',
    fix: 'Write a path relative to this file (./…), from the root of the repository (/…), or a URL.',
  },
  'catalog/location-limit': {
    severity: 'error',
    title: 'Too many locations',
    why: 'Locations are followed 5 deep and to 500 files in one repository; the rest is not read.',
    fix: 'Name the files in fewer steps, or by catalog paths in callboard.yaml.',
  },
  'catalog/placeholder-not-found': {
    severity: 'error',
    title: 'Embedded file not found',
    why: 'The field was to hold the content of a file that the repository does not have. The field is left out.',
    fix: 'Correct the path, which is relative to this file.',
  },
  'catalog/placeholder-elsewhere': {
    severity: 'error',
    title: 'Embedded file is not in this repository',
    why: 'Content is embedded from the same repository at the same commit only. The field is left out.',
    fix: 'Keep a copy of the file in this repository and name that.',
  },
  'catalog/placeholder-invalid': {
    severity: 'error',
    title: 'Embedded file cannot be used',
    why: 'The content of the file is not what the placeholder promises. The field is left out.',
    fix: 'Correct the file, or embed it as it is with $text.',
  },
  'catalog/definition-reference': {
    severity: 'warning',
    title: 'Part of a definition not found',
    why: 'The definition refers to a part in another file that cannot be read, so readers miss that part. The rest is shown.',
    fix: 'Correct the $ref, which is relative to the file that it stands in, or add the file.',
  },
  'catalog/reference-invalid': {
    severity: 'error',
    title: 'Malformed reference',
    why: 'The relation cannot be drawn.',
    fix: 'Write kind:namespace/name; kind and namespace may be left out where they are plain.',
  },
  'catalog/reference-not-found': {
    severity: 'warning',
    title: 'Reference to nothing',
    why: 'No entity of the catalog has this name, so the relation leads nowhere.',
    fix: 'Correct the reference, or add the entity.',
  },
  'catalog/reference-wrong-kind': {
    severity: 'warning',
    title: 'Reference to a kind that makes no sense here',
    why: 'The relation is drawn, but what relies on it (owners, teams, systems) will not find what it expects.',
    fix: 'Refer to an entity of the expected kind.',
  },
} as const satisfies Record<`catalog/${string}`, CodeEntry>;
