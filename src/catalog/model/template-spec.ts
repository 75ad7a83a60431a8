const anyText = { type: 'string' };
const text = { type: 'string', minLength: 1 };
const condition = { type: ['string', 'boolean'] };
const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  ...(required.length > 0 && { required }),
  properties,
});
const list = (items: object) => ({ type: 'array', items });

const permissions = { 'backstage:permissions': object({ tags: list(anyText) }) };
const page = object(permissions);
const decorators = list(object({ id: anyText, input: { type: 'object' } }));
const step = object(
  { id: anyText, name: anyText, action: anyText, input: { type: 'object' }, if: condition, ...permissions },
  ['action'],
);
const output = {
  ...object({
    links: list(object({ if: condition, url: text, entityRef: text, title: text, icon: text })),
    text: list(object({ if: condition, title: text, icon: text, content: anyText })),
  }),
  additionalProperties: anyText,
};

/** `spec` of a software template as JSON Schema, as `@backstage/plugin-scaffolder-common` 2.3 checks it. */
export const templateSpec: object = object(
  {
    type: text,
    owner: text,
    lifecycle: text,
    // One page of a form, or several.
    parameters: { oneOf: [page, list(page)] },
    secrets: object({ schema: { type: 'object' } }),
    presentation: object({
      buttonLabels: object({ backButtonText: anyText, createButtonText: anyText, reviewButtonText: anyText }),
    }),
    EXPERIMENTAL_recovery: object({ EXPERIMENTAL_strategy: anyText }),
    formDecorators: decorators,
    EXPERIMENTAL_formDecorators: decorators,
    steps: list(step),
    output,
  },
  ['type', 'steps'],
);
