import type { ReactNode } from 'react';
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
export function ErrorState({ title = 'This did not load', children, action, reference }: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState drawing={<FallenTripod />} title={title} action={action}>
        {children ?? 'Nothing was charged. Try again; if it stays like this, write to us.'}
        {reference && <p className="code mt-2 text-ink-3">Reference {reference}</p>}
      </EmptyState>
    </div>
  );
}
