import type { CatalogEntity } from '../catalog/entity.ts';
import { safeUrl } from './urls.ts';
import type { TextLink } from './views/shared.ts';

/** Ways to reach somebody that a page has room for where it names them. */
const mostContacts = 3;

/** How to reach a team or a person: their address, then what their links say is a way to talk. */
export function contactsOf(item: CatalogEntity): readonly TextLink[] {
  const mail = contactOf(item);
  const talks = (item.entity.metadata.links ?? []).flatMap((link) => {
    const url = safeUrl(link.url);
    return url && isWayToTalk(link) ? [{ text: link.title || link.url, url }] : [];
  });
  return [...(mail ? [mail] : []), ...talks].slice(0, mostContacts);
}

/** The address of a team or a person, where their entity has one that can be written to. */
export function contactOf(item: CatalogEntity): TextLink | undefined {
  const { email } = profileOf(item);
  const url = email && safeUrl(`mailto:${email}`);
  return url ? { text: email, url } : undefined;
}

/** What the profile of a team or a person says that is text. */
export function profileOf({ entity }: CatalogEntity): { readonly email?: string } {
  const profile = entity.spec?.['profile'] as { readonly email?: unknown } | null | undefined;
  return typeof profile?.email === 'string' && profile.email !== '' ? { email: profile.email } : {};
}

/** "Order team" → "OT". */
export function initialsOf(title: string): string {
  const words = title.split(/[\s._-]+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

function isWayToTalk({ url, icon = '', type = '', title = '' }: Readonly<Record<string, unknown>>): boolean {
  const said = [icon, type, title].map(String).join(' ');
  return (
    /\b(?:chat|slack|teams|email|mail|discord|mattermost|zulip|matrix|contact|on-?call|pager)\b/i.test(said) ||
    /^(?:mailto:|tel:|https:\/\/(?:[\w-]+\.slack\.com|teams\.microsoft\.com|discord\.(?:com|gg)|chat\.google\.com)\/)/.test(
      String(url),
    )
  );
}
