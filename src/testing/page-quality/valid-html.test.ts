import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoPortal, startDemoPortal } from '../end-to-end/demo-portal.ts';
import { findInvalidHtml } from './html-rules.ts';
import { pageTypes } from './page-types.ts';

let portal: DemoPortal;
beforeAll(async () => {
  portal = await startDemoPortal('/portal/');
});
afterAll(() => portal?.stop());

it.each(Object.entries(pageTypes))('%s is valid HTML', async (_, path) => {
  const file = path.endsWith('.html') ? path : `${path.replace(/\?.*/, '')}index.html`;
  const html = await readFile(join(portal.output, file), 'utf8');
  expect(findInvalidHtml(html, { isDocs: /^docs\/./.test(path) })).toEqual([]);
});

it('knows invalid HTML', () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="en"><head><title>A</title></head><body>${body}</body></html>`;
  expect(findInvalidHtml(page('<p>Text</p>'), { isDocs: false })).toEqual([]);
  for (const wrong of [
    '<p><div>a</div></p>',
    '<ul><p>a</p></ul>',
    '<i id="a"></i><i id="a"></i>',
    '<img src="a.png">',
    '<a><a>b</a></a>',
  ])
    expect(findInvalidHtml(page(wrong), { isDocs: true }), wrong).not.toEqual([]);
});
