import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type PartErrorStateProps = {
  error: Error & { digest?: string };
  reset: () => void;
  title?: string;
  children?: ReactNode;
};

/** Alone in its file, so that it can be loaded when something failed: see `PartError`. */
export default function PartErrorState({ error, reset, ...words }: PartErrorStateProps) {
  const { t } = useTexts();
  const retry = <Button onClick={reset}>{t('ui.client.failed.retry')}</Button>;
  return <ErrorState {...words} reference={error.digest} action={retry} />;
}
