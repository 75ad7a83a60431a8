/** What editors say about a field, and what they propose. */
export interface FieldText {
  readonly description: string;
  readonly examples?: readonly string[];
}

const lifecycle = {
  description: 'How far it has come.',
  examples: ['experimental', 'production', 'deprecated'],
};
const profile = { description: 'How it is shown to people: displayName, email, picture.' };

/** Fields of `spec` that mean the same in every kind. */
export const commonTexts: Readonly<Record<string, FieldText>> = {
  type: { description: 'What sort of it this is; organisations choose their own words.' },
  lifecycle,
  owner: { description: 'Who answers for it: a team or, if need be, a person.' },
  system: { description: 'The system that it is a part of.' },
  domain: { description: 'The domain that it is a part of.' },
  dependsOn: { description: 'What it needs to work.' },
  dependencyOf: { description: 'What needs it to work.' },
  providesApis: { description: 'APIs that it serves.' },
  consumesApis: { description: 'APIs that it calls.' },
  profile,
};

/** Fields of `spec` that one kind of Backstage gives a meaning of its own, by kind and field. */
export const kindTexts: Readonly<Record<string, Readonly<Record<string, FieldText>>>> = {
  Component: {
    type: { description: 'What sort of software it is.', examples: ['service', 'website', 'library'] },
    subcomponentOf: { description: 'The component that it is a part of.' },
  },
  API: {
    type: { description: 'The language of the definition.', examples: ['openapi', 'asyncapi', 'graphql', 'grpc'] },
    definition: { description: 'The definition itself, or a file of this repository: { $openapi: ./openapi.yaml }.' },
    remotes: { description: 'Where the MCP server answers: a type and an address for each way to reach it.' },
  },
  Resource: {
    type: {
      description: 'What sort of infrastructure it is.',
      examples: ['database', 's3-bucket', 'cluster', 'queue'],
    },
  },
  System: { type: { description: 'What sort of system it is.', examples: ['product', 'service', 'feature-set'] } },
  Domain: {
    type: { description: 'What sort of domain it is.', examples: ['product-area'] },
    subdomainOf: { description: 'The domain that it is a part of.' },
  },
  Group: {
    type: { description: 'What sort of group it is.', examples: ['team', 'business-unit', 'product-area', 'root'] },
    parent: { description: 'The group above it.' },
    children: { description: 'The groups below it; [] where there are none.' },
    members: { description: 'The people in it.' },
  },
  User: { memberOf: { description: 'The groups that the person belongs to.' } },
  Location: {
    type: { description: 'How targets are read; that of this file where it is left out.', examples: ['url', 'file'] },
    target: { description: 'A descriptor file of this repository, by its path from here; * and ** are allowed.' },
    targets: { description: 'Descriptor files of this repository, by their paths from here; * and ** are allowed.' },
    presence: { description: 'Whether it is a mistake when a target is missing.' },
  },
  Template: {
    type: { description: 'What sort of thing it makes.', examples: ['service', 'website', 'library'] },
    parameters: { description: 'The form: one page, or a list of them, in JSON Schema.' },
    steps: { description: 'What is done with the answers, one action after the other.' },
    output: { description: 'What is shown when all is done: links and texts.' },
  },
  AiResource: {
    type: { description: 'What sort of resource it is.' },
    disciplines: { description: 'Fields of work that it is for.' },
    agents: { description: 'Agents that can use it.' },
    allowedTools: { description: 'Tools that it may use.' },
    compatibility: { description: 'What it needs to run, in at most 500 characters.' },
    rationale: { description: 'Why the rule is there.' },
    skills: { description: 'Skills that the plugin brings.' },
    plugins: { description: 'Plugins that the marketplace offers.' },
  },
};

/** What each of Backstage's kinds is. */
export const kindDescriptions: Readonly<Record<string, string>> = {
  Component: 'A piece of software: a service, a website, a library.',
  API: 'A boundary between components: what one promises and others call.',
  Resource: 'Infrastructure that software needs to run: a database, a bucket, a queue.',
  System: 'Components, APIs and resources that together do one job.',
  Domain: 'An area of the business, with its systems.',
  Group: 'A team, or a unit that teams belong to.',
  User: 'A person.',
  Location: 'Leads to more descriptor files of the same repository.',
  Template: 'A software template: a form, and the steps that make something of it.',
  AiResource: 'Something that AI agents use: a skill, a rule, a plugin, a marketplace.',
};
