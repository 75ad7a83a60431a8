import { expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

it.each([
  ['Takes orders.', '<p>Takes orders.</p>'],
  [
    'Uses **two** [queues](https://example.com).',
    '<p>Uses <strong>two</strong> <a href="https://example.com">queues</a>.</p>',
  ],
  ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['- only', '<ul>\n<li>only</li>\n</ul>'],
  ['<img src=x onerror=alert(1)>', ''],
  ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
])('renders %j', (text, html) => {
  expect(renderMarkdown(text)).toBe(html);
});
