import { acceptFile } from './adapt-schema.ts';
import { formatSchemas, type JsonSchema } from './format-schemas.ts';

/** What authors write, or what the read API answers: with namespace, identity and provenance filled in. */
export type SchemaAudience = 'authors' | 'readers';

const { objectName, dnsLabel, labelKey, labelValue, tag, url, text, notBlank } = formatSchemas;

const annotations = {
  'backstage.io/techdocs-ref': {
    type: 'string',
    description: 'Where the documentation is: dir:. is the folder of this file, with mkdocs.yml and docs/ in it.',
    examples: ['dir:.'],
  },
  'backstage.io/techdocs-entity': {
    type: 'string',
    description: 'Shows the documentation of another entity: its reference.',
  },
};

/**
 * JSON Schema of `metadata`. Authors may let a file fill in what is long, by a definition of `fileDefinitions`; nobody does
 * that with a name.
 */
export function metadataSchema(audience: SchemaAudience): JsonSchema {
  const isRead = audience === 'readers';
  const long = isRead ? (schema: JsonSchema) => schema : acceptFile;
  return {
    type: 'object',
    description: 'Who the entity is: name, title, description, tags, links.',
    required: isRead ? ['name', 'namespace', 'annotations', 'uid', 'etag'] : ['name'],
    properties: {
      name: {
        ...objectName,
        description:
          'Short and unique among entities of its kind and namespace, since references use it. At most 63 letters, digits, - _ or .',
      },
      namespace: {
        ...dnsLabel,
        description: 'Keeps equal names apart: lower-case letters, digits and -. "default" where it is left out.',
      },
      title: { ...text, description: 'What people read in place of the name.' },
      description: long({ type: 'string', description: 'What it is and what it is for, in Markdown.' }),
      tags: long({
        type: 'array',
        description: 'Words to find it by: lower case, digits and : + #, with single - between them.',
        items: tag,
      }),
      labels: long({
        type: 'object',
        description: 'Short values for tools, by key: [prefix/]name.',
        propertyNames: labelKey,
        additionalProperties: labelValue,
      }),
      annotations: long({
        type: 'object',
        description: 'What tools know about it elsewhere, by key: [prefix/]name. Values are text of any kind.',
        propertyNames: labelKey,
        properties: annotations,
        additionalProperties: { type: 'string' },
      }),
      links: long({
        type: 'array',
        description: 'Where to read on: dashboards, runbooks, chats.',
        items: linkSchema(isRead),
      }),
      uid: { ...text, description: 'Made of the reference by the catalog; what an author writes here is not kept.' },
      etag: { ...text, description: 'Made of the content by the catalog; what an author writes here is not kept.' },
    },
  };
}

function linkSchema(isRead: boolean): JsonSchema {
  return {
    type: 'object',
    // An address that was to come from a file that is missing is left out of what readers get.
    ...(!isRead && { required: ['url'] }),
    properties: {
      url: { ...url, description: 'The complete address, with https: or mailto: in front.' },
      title: { ...notBlank, description: 'What the link is called; the address where it is left out.' },
      icon: { ...notBlank, description: 'Name of an icon.' },
      type: { ...text, description: 'What kind of link it is: runbook, dashboard.' },
    },
  };
}
