/** What a definition plainly is. */
export interface RecognisedDefinition {
  /** As `spec.type` says it. */
  readonly type: 'openapi' | 'asyncapi' | 'graphql' | 'grpc';
  /** As people say it: "an OpenAPI document". */
  readonly name: string;
}

// Definitions of several megabytes exist; what they are shows in their first lines.
const lookedAt = 20_000;

// Each is tried at the beginning of a line and has no repetition within a repetition.
const signs: readonly (RecognisedDefinition & { readonly sign: RegExp; readonly unless?: RegExp })[] = [
  { type: 'openapi', name: 'an OpenAPI document', sign: /^\uFEFF?["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m },
  { type: 'asyncapi', name: 'an AsyncAPI document', sign: /^\uFEFF?["']?asyncapi["']?[ \t]*:[ \t]*["']?\d/m },
  { type: 'grpc', name: 'a Protocol Buffers file', sign: /^[ \t]*syntax[ \t]*=[ \t]*["']proto[23]["'][ \t]*;/m },
  {
    type: 'graphql',
    name: 'a GraphQL schema',
    sign: /^(?:(?:extend )?(?:type|interface|input|enum|schema|union|scalar)|directive)(?: @?\w{1,100})?[^\n:]{0,500}[{=(]/m,
    // Protocol Buffers and others have enum and interface as well, and end lines so.
    unless: /;[ \t]*$/m,
  },
];
const jsonKeys: typeof signs = [
  { type: 'openapi', name: 'an OpenAPI document', sign: /^\s*\{\s*"(?:openapi|swagger)"\s*:/ },
  { type: 'asyncapi', name: 'an AsyncAPI document', sign: /^\s*\{\s*"asyncapi"\s*:/ },
];

/** What the beginning of a definition shows it to be; `undefined` when that is nothing for certain, or two things at once. */
export function recogniseDefinition(definition: string): RecognisedDefinition | undefined {
  const text = definition.slice(0, lookedAt);
  const candidates = text.trimStart().startsWith('{') ? jsonKeys : signs;
  const matches = candidates.filter(({ sign, unless }) => sign.test(text) && !unless?.test(text));
  const [first] = matches;
  return first && matches.length === 1 ? { type: first.type, name: first.name } : undefined;
}
