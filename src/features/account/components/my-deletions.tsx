import { ChevronDown, Download } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { Time } from '@/components/ui/time';
import type { MyDeletionsView } from '../deletion-loaders';

const HERE = '/account/deletions';

type Deletion = MyDeletionsView['deletions'][number];

/** Receipts: what of the person was deleted, when, and the hash of each file. */
export function MyDeletions({ view: { deletions, nextCursor, later } }: { view: MyDeletionsView }) {
  const { t } = useTexts();
  return (
    <>
      <PageHead
        title={t('deletion.list.title')}
        crumbs={[{ label: t('account.nav.account'), href: '/account' }, { label: t('deletion.list.title') }]}
      >
        {t('deletion.list.lead')}
      </PageHead>
      {deletions.length === 0 ? (
        <EmptyState
          light
          title={later ? t('deletion.list.end') : t('deletion.list.empty')}
          action={
            <ButtonLink href={later ? HERE : '/account/pictures'}>
              {later ? t('deletion.list.toNewest') : t('deletion.list.pictures')}
            </ButtonLink>
          }
        >
          {later ? t('deletion.list.endBody') : t('deletion.list.emptyBody')}
        </EmptyState>
      ) : (
        <Card>
          <ul className="divide-y">
            {deletions.map((deletion) => (
              <li key={deletion.id}>
                <Line deletion={deletion} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        newerHref={later ? HERE : undefined}
        newerLabel={t('deletion.list.newest')}
        olderHref={nextCursor ? `${HERE}?before=${encodeURIComponent(nextCursor)}` : undefined}
      />
    </>
  );
}

function Line({ deletion }: { deletion: Deletion }) {
  const { t, rich } = useTexts();
  const { kind, team, byMe, status, requestedAt, counts } = deletion;
  const done = status === 'done';
  return (
    <details className="group">
      <summary className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2">
        <span className="min-w-0 flex-1 phone:basis-full">
          <span className="font-medium">{t(`deletion.list.kind.${kind}`)}</span>
          <span className="block truncate text-12 text-ink-2">
            {rich(byMe ? 'deletion.list.byMe' : 'deletion.list.byTime', {
              team,
              time: () => <Time value={requestedAt} />,
            })}
          </span>
        </span>
        <span className="text-ink-2">{t('deletion.list.files', { count: counts.files })}</span>
        <Badge tone={done ? 'good' : 'warn'}>
          {done ? t('deletion.list.gone') : t('deletion.list.running')}
        </Badge>
        <ChevronDown className="size-4 text-ink-3 group-open:rotate-180" aria-hidden="true" />
      </summary>
      <Receipt deletion={deletion} />
    </details>
  );
}

function Receipt({ deletion: { id, kind, team, status, doneAt, objects } }: { deletion: Deletion }) {
  const { t, rich } = useTexts();
  const what = t(`deletion.list.kind.${kind}`);
  return (
    <div className="grid gap-3 border-t bg-wash px-5 py-4">
      {doneAt && (
        <p>{rich('deletion.list.goneSince', { time: () => <Time value={doneAt} style="full" /> })}</p>
      )}
      {objects.length === 0 && (
        <p className="text-ink-2">
          {status === 'done' ? t('deletion.list.noFiles') : t('deletion.list.filesSoon')}
        </p>
      )}
      <ul className="grid gap-2 text-12">
        {objects.flatMap((object) =>
          object.files.map(({ variant, sha256, bytes }) => (
            <li key={`${object.id} ${variant}`}>
              <span className="font-medium">{t('deletion.list.file', { kind: object.kind, variant })}</span>{' '}
              <span className="text-ink-2">
                {t('deletion.list.size', { size: Math.max(1, Math.round(bytes / 1_000)) })}
              </span>
              <span className="code block break-all text-ink-2">{sha256}</span>
            </li>
          )),
        )}
      </ul>
      <a
        href={`/api/account/deletions/${id}`}
        download={`receipt-${id}.json`}
        aria-label={t('deletion.list.downloadOf', { what, team })}
        className={buttonClass('default', 'sm', 'justify-self-start')}
      >
        <Download className="size-4" aria-hidden="true" />
        {t('deletion.list.download')}
      </a>
    </div>
  );
}
