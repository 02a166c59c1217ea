import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { FallenTripod } from '@/components/brand/empty-drawings';
import { EmptyState } from '@/components/ui/empty-state';

type ErrorStateProps = {
  title?: ReactNode;
  /** What happened, that nothing was charged, what to do. Never the raw error. */
  children?: ReactNode;
  action?: ReactNode;
  /** The id under which staff find it in the log. */
  reference?: string;
};

/** Something failed in a part of the page. Says so, and offers a way on. */
export function ErrorState({ title, children, action, reference }: ErrorStateProps) {
  const { t } = useTexts();
  return (
    <div role="alert">
      <EmptyState drawing={<FallenTripod />} title={title ?? t('ui.client.failed.title')} action={action}>
        {children ?? t('ui.client.failed.body')}
        {reference && (
          <p className="code mt-2 text-ink-3">{t('ui.client.failed.reference', { reference })}</p>
        )}
      </EmptyState>
    </div>
  );
}
