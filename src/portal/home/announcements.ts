import { v5 as uuid } from 'uuid';
import type { Announcement } from '../../config/announcements.ts';
import type { Portal } from '../assemble-portal.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeUrl } from '../urls.ts';
import type { AnnouncementView } from '../views/home.ts';
import { textsIn } from '../views/text/texts.ts';

/**
 * The owner's notices, all of them whatever the day is, so that the page is the same on every day: browsers hide those whose
 * time it is not, and who reads without scripts is told the days.
 */
export function announcementsOf({ config }: Portal): readonly AnnouncementView[] {
  return (config.announcements ?? []).map((item) => {
    const { title, text, from, until, url } = item;
    const days = daysOf(item, config.language);
    const target = url && (safeUrl(url) ?? urlInside(config.base, url));
    return {
      // Of what it says, so that one that was put away is shown again when it says something else.
      id: uuid(JSON.stringify([title, text, from, until, url]), uuid.URL),
      title,
      ...(text && { html: renderMarkdown(text) }),
      ...(from && { from }),
      ...(until && { until }),
      ...(days && { days }),
      ...(target && { url: target }),
    };
  });
}

// A path may have a query or a fragment; its segments may be encoded already.
function urlInside(base: string, path: string): string {
  const { pathname, search, hash } = new URL(path, `http://portal.invalid${base}`);
  return `${pathname}${search}${hash}`;
}

function daysOf({ from, until }: Announcement, language: Portal['config']['language']): string | undefined {
  const { format, home } = textsIn(language);
  if (from && until) {
    return from === until ? format.day(from) : home.announcedBetween(format.day(from), format.day(until));
  }
  if (from) return home.announcedFrom(format.day(from));
  return until && home.announcedUntil(format.day(until));
}
