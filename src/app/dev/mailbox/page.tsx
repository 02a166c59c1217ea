import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyTray } from '@/components/brand/empty-drawings';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/time';
import { loadMailbox } from '@/features/notifications/mailbox-loaders';

export const metadata: Metadata = { title: 'Mailbox' };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function MailboxPage({ searchParams }: Props) {
  const { mails, older } = await loadMailbox(searchParams);
  return (
    <>
      <PageHead title="Mailbox">
        Every mail this server would send, newest first. Nothing leaves this machine.
      </PageHead>
      <Card>
        {mails.length === 0 ? (
          <EmptyState drawing={<EmptyTray />} title="No mail yet">
            Sign up or invite somebody: the mail appears here.
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {mails.map((mail) => (
              <li key={mail.id}>
                <Link
                  href={`/dev/mailbox/${mail.id}`}
                  className="grid gap-x-4 px-5 py-3 hover:bg-wash sm:grid-cols-[14rem_1fr_auto]"
                >
                  <span className="truncate text-ink-2">{mail.to}</span>
                  <span className="truncate font-medium">{mail.subject}</span>
                  <RelativeTime value={mail.createdAt} className="text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Pagination olderHref={older ? `/dev/mailbox?before=${older}` : undefined} />
    </>
  );
}
