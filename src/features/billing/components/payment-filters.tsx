import Link from 'next/link';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import type { PaymentsView } from '../billing-loaders';

const CHOICES = [null, 'paid', 'pending', 'failed', 'expired'] as const;

/** Which payments are listed; in the address, so that it can be kept and sent. */
export function PaymentFilters({ slug, filter }: { slug: string; filter: PaymentsView['filter'] }) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('billing.filter.label')} className="flex gap-1 overflow-x-auto border-b px-3 py-2">
      {CHOICES.map((status) => {
        const on = filter === status;
        return (
          <Link
            key={status}
            href={`/teams/${slug}/billing${status ? `?status=${status}` : ''}#payments`}
            scroll={false}
            aria-current={on ? 'true' : undefined}
            className={cn(
              'flex h-8 items-center rounded-tag px-2.5 font-medium pointer-coarse:h-11',
              on ? 'bg-wash-2 text-ink' : 'text-ink-2 hover:text-ink',
            )}
          >
            {t(`billing.filter.${status ?? 'all'}`)}
          </Link>
        );
      })}
    </nav>
  );
}
