/** Path of the `number`th page of the status. */
export function statusPagePath(number = 1): string {
  return number === 1 ? 'status/' : `status/${number}/`;
}

/** Path of the status in Markdown. */
export const statusMarkdownPath = 'status/index.md';

/** Path of the status in JSON. */
export const statusJsonPath = 'api/status.json';
