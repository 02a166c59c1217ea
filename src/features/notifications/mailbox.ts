/** The local mailbox: in embedded mode mails are rows that nobody else delivers. Callers check the mode. */
import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { notFound } from '@/lib/errors';

export type MailLine = { id: string; to: string; subject: string; template: string; createdAt: string };
export type LocalMail = MailLine & { html: string; text: string; links: { label: string; href: string }[] };

type Page = {
  to?: string | undefined;
  /** The id of the last mail seen: ids sort by time. */
  before?: string | undefined;
  limit: number;
};

/** Newest first. */
export async function listMails(db: Db, page: Page): Promise<LocalMail[]> {
  const wanted: (SQL | undefined)[] = [
    page.to ? eq(mail.recipient, page.to.trim().toLowerCase()) : undefined,
    page.before ? lt(mail.id, page.before) : undefined,
  ];
  const rows = await db
    .select()
    .from(mail)
    .where(and(...wanted))
    .orderBy(desc(mail.id))
    .limit(page.limit);
  return rows.map(toLocalMail);
}

export async function getMail(db: Db, id: string): Promise<LocalMail> {
  const [row] = await db.select().from(mail).where(eq(mail.id, id));
  if (!row) throw notFound('mail');
  return toLocalMail(row);
}

function toLocalMail(row: typeof mail.$inferSelect): LocalMail {
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    template: row.template,
    createdAt: row.createdAt.toISOString(),
    html: row.html,
    text: row.text,
    links: linksOf(row.html),
  };
}

/** What can be pressed in a mail; our own templates write plain `<a href="…">label</a>`. */
function linksOf(html: string): { label: string; href: string }[] {
  return [...html.matchAll(/<a\b[^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = '', inside = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      label: inside
        .replace(/<!--[\s\S]*?-->|<[^>]+>|&#\w+;|&\w+;/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    }),
  );
}
