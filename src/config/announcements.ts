/** A notice of the portal's owner on the Home page. */
export interface Announcement {
  readonly title: string;
  /** Markdown. */
  readonly text?: string;
  /** First day on which it is shown, `2026-11-23`; absent: from the beginning. */
  readonly from?: string;
  /** Last day on which it is shown; absent: until it is taken out of the configuration. */
  readonly until?: string;
  /** Where more is told: a web address, or a path inside the portal without a leading slash. */
  readonly url?: string;
}

/** What the schema cannot say of announcements: that none ends before it begins, and that all differ. */
export function checkAnnouncements(
  value: unknown,
): readonly { readonly path: readonly (string | number)[]; readonly message: string }[] {
  const list = (value as { readonly portal?: { readonly announcements?: readonly Announcement[] } } | null)?.portal
    ?.announcements;
  if (!Array.isArray(list)) return [];
  return (list as readonly Partial<Announcement>[]).flatMap((item, index) => {
    const path = ['portal', 'announcements', index];
    const { from, until } = item ?? {};
    const ends = typeof from === 'string' && typeof until === 'string' && until < from;
    const first = list.findIndex((other) => JSON.stringify(other) === JSON.stringify(item));
    return [
      ...(ends
        ? [
            {
              path: [...path, 'until'],
              message: `announcements[${index}] ends on ${until}, before it begins on ${from}`,
            },
          ]
        : []),
      ...(first < index
        ? [{ path, message: `announcements[${index}] is the same as announcements[${first}]: leave one of them out` }]
        : []),
    ];
  });
}
