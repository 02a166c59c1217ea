'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTexts } from '#use-texts';
import { EmptyTray } from '@/components/brand/empty-drawings';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { readNoticesAction } from '../actions';
import type { NoticeView } from '../notice-types';
import { PushLine } from './push-line';

type Props = {
  slug: string;
  notices: readonly NoticeView[];
  unread: number;
  pushKey: string | null;
  olderHref?: string | undefined;
  newestHref?: string | undefined;
};

/** What happened while the person was away, newest first. */
export function NoticeList({ slug, notices, unread, pushKey, olderHref, newestHref }: Props) {
  const { t } = useTexts();
  const router = useRouter();
  const { pending, submit } = useSubmit('ui.client.lost.pressAgain');
  const readAll = () =>
    submit(() => readNoticesAction(slug, { read: true }), {
      onDone: () => router.refresh(),
      onRefused: ({ message }) => toast.error(message),
    });
  return (
    <div className={notices.length > 0 ? 'max-w-reading' : undefined}>
      <PageHead
        title={t('emails.client.notices.title')}
        actions={
          unread > 0 && (
            <Button pending={pending} onClick={readAll}>
              {t('emails.client.notices.readAll')}
            </Button>
          )
        }
      />
      <PushLine publicKey={pushKey} className="mb-5" />
      {notices.length === 0 ? (
        <EmptyState
          drawing={<EmptyTray />}
          title={t('emails.client.notices.emptyTitle')}
          action={<ButtonLink href={`/teams/${slug}`}>{t('emails.client.notices.next')}</ButtonLink>}
        >
          {t('emails.client.notices.emptyBody')}
        </EmptyState>
      ) : (
        <Card aria-label={t('emails.client.notices.title')}>
          <ul className="divide-y">
            {notices.map((notice) => (
              <li key={notice.id}>
                <Row
                  notice={notice}
                  onOpen={() =>
                    void readNoticesAction(slug, { read: true, ids: [notice.id] }).catch(() => {})
                  }
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        newerHref={newestHref}
        newerLabel={t('emails.client.notices.newest')}
        olderHref={olderHref}
      />
    </div>
  );
}

function Row({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { t } = useTexts();
  const { title, body, href, read, createdAt } = notice;
  const content = (
    <>
      <span
        aria-hidden="true"
        className={`mt-1.5 size-2 flex-none rounded-full ${read ? 'bg-transparent' : 'bg-key'}`}
      />
      <span className="wrap-anywhere min-w-0 flex-1">
        <span className={read ? 'block' : 'block font-semibold'}>
          {title}
          {!read && <span className="sr-only">{t('emails.client.notices.isNew')}</span>}
        </span>
        <span className="block text-ink-2">{body}</span>
      </span>
      <RelativeTime value={createdAt} className="whitespace-nowrap text-12 text-ink-3" />
    </>
  );
  const className = 'flex items-start gap-3 px-5 py-3.5 phone:px-4';
  return href ? (
    <Link href={href} onClick={onOpen} className={`${className} hover:bg-wash`}>
      {content}
    </Link>
  ) : (
    <div className={className}>{content}</div>
  );
}
