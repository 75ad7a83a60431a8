// Nunjucks as the scaffolder writes it, Cookiecutter and Jinja, ERB and EJS.
const expression = /\$?\{\{|\{%|<%/;
const identityLine = /^[ \t]*(?:-[ \t]+)?(?:kind|name|namespace)[ \t]*:.*(?:\$?\{\{|\{%|<%)/m;
const blockTagLine = /^[ \t]*(?:\{%|<%)/m;

/** Whether a value holds a template expression, and so is no value yet. */
export function isTemplateExpression(value: unknown): boolean {
  return typeof value === 'string' && expression.test(value);
}

/** Whether the text of a document is a template for an entity: its identity, or its structure, is yet to be filled in. */
export function isTemplateText(text: string): boolean {
  return expression.test(text) && (identityLine.test(text) || blockTagLine.test(text));
}

/** How many lines of a template's text lie before the first that is yet to be filled in. */
export function linesBeforeExpression(text: string): number {
  return text.slice(0, text.search(expression)).split('\n').length - 1;
}
