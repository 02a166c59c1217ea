'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { Select } from '@/components/ui/select';

type Props = {
  base: string;
  month: string;
  months: readonly { value: string; label: string }[];
  previousHref: string;
  nextHref: string | null;
};

/** One month back, one on, or any. */
export function MonthPicker({ base, month, months, previousHref, nextHref }: Props) {
  const { t } = useTexts();
  const router = useRouter();
  return (
    <span className="flex items-center gap-1">
      <ButtonLink size="icon" href={previousHref} aria-label={t('billing.client.month.previous')}>
        <ChevronLeft className="size-4" aria-hidden="true" />
      </ButtonLink>
      <Select
        aria-label={t('billing.client.month.label')}
        className="w-44"
        value={month}
        onChange={(event) => router.push(`${base}?month=${event.target.value}`)}
      >
        {months.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {nextHref && (
        <ButtonLink size="icon" href={nextHref} aria-label={t('billing.client.month.next')}>
          <ChevronRight className="size-4" aria-hidden="true" />
        </ButtonLink>
      )}
    </span>
  );
}
