'use client';

import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

export default function CreditsError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { t } = useTexts();
  return (
    <ErrorState
      action={<Button onClick={reset}>{t('credits.client.tryAgain')}</Button>}
      reference={error.digest}
    />
  );
}
