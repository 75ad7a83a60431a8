import { makeBadge } from 'badge-maker';
import { badgeColour } from '../accent.ts';
import { mentionOf, type Portal } from '../assemble-portal.ts';
import { badgePath } from '../urls.ts';
import type { MachineFile } from './machine-file.ts';

/** Longer titles make no badge that fits beside others. */
const longestTitle = 60;

/** A badge of every entity for its README: the portal's name, the entity's, and its lifecycle. */
export function* badgeFiles(portal: Portal): Generator<MachineFile> {
  const { title, accent } = portal.config;
  const colour = badgeColour(accent);
  for (const { ref } of portal.catalog.entities) {
    const mention = mentionOf(portal, ref);
    const message = [cut(mention.title), mention.lifecycle?.text].filter(Boolean).join(' · ');
    yield { path: badgePath(ref), text: makeBadge({ label: cut(title), message, color: colour }) };
  }
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= longestTitle ? text : `${letters.slice(0, longestTitle - 1).join('')}…`;
}
