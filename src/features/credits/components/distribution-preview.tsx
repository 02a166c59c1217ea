import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import type { Preview } from './use-preview';

/** Who gets what: before → after, and how much more that is. Scrolls by itself, so that the button stays in view. */
export function DistributionPreview({
  preview,
  enough,
}: {
  preview: Preview;
  /** Topping up: whoever has this many gets nothing. */
  enough: number;
}) {
  const { t } = useTexts();
  const { outcome, refusal, loading } = preview;
  if (refusal && !loading)
    return (
      <div className="h-64">
        <Alert tone="warn">{refusal}</Alert>
      </div>
    );
  if (!outcome)
    return (
      <div
        className="grid h-64 content-start gap-5 pt-3"
        role="status"
        aria-label={t('credits.client.preview.loading')}
      >
        {['w-44', 'w-36', 'w-40', 'w-32', 'w-44'].map((width, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <Skeleton key={row} className={cn('h-3.5', width)} />
        ))}
      </div>
    );
  const unnamed = outcome.people - outcome.rows.length;
  return (
    <section
      aria-label={t('credits.client.preview.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-busy={loading}
      className="h-64 overflow-y-auto"
    >
      <p className="sr-only" aria-live="polite">
        {loading
          ? ''
          : t('credits.client.preview.summary', {
              total: outcome.total,
              people: outcome.people,
              left: outcome.poolAfter,
            })}
      </p>
      <ul className="divide-y tabular-nums">
        {outcome.rows.map((row) => (
          <li
            key={row.memberId}
            className="grid grid-cols-[minmax(0,1fr)_auto_4rem] items-center gap-3 py-2.5"
          >
            <span className="truncate">
              <span className="font-label">{row.name}</span>
              {row.department && <span className="ml-2 text-ink-3 phone:hidden">{row.department}</span>}
            </span>
            <span className="text-ink-2">
              {row.before} <span aria-hidden="true">→</span>
              <span className="sr-only">{t('credits.client.preview.becomes')}</span> {row.before + row.amount}
            </span>
            <span className={cn('text-right', row.amount > 0 ? 'font-semibold' : 'text-ink-3')}>
              +{row.amount}
            </span>
          </li>
        ))}
      </ul>
      {unnamed > 0 && (
        <p className="border-t py-2.5 text-ink-2">{t('credits.client.preview.more', { count: unnamed })}</p>
      )}
      {outcome.skipped > 0 && (
        <p className="border-t py-2.5 text-ink-2">
          {t('credits.client.preview.enough', { count: outcome.skipped, enough })}
        </p>
      )}
    </section>
  );
}
