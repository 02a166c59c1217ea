import { type ComponentType, lazy, Suspense } from 'react';
import { useTexts } from '#use-texts';
import { BARE_BUTTON, BARE_KEY_BUTTON } from './bare-button';

// Decoration: where it cannot be fetched, its place stays empty.
const Drawing = lazy(async (): Promise<{ default: ComponentType }> => {
  const drawings = await import('@/components/brand/empty-drawings').catch(() => null);
  return { default: drawings?.FallenTripod ?? (() => null) };
});

type ErrorPageProps = { reference?: string | undefined; onRetry: () => void };

/** The whole page failed. Every page carries this in its script. */
export function ErrorPage({ reference, onRetry }: ErrorPageProps) {
  const { t } = useTexts();
  return (
    <main id="main" className="light flex min-h-dvh flex-col">
      <div className="mx-auto w-full max-w-form px-5 py-24">
        <div className="mb-8 -ml-6 h-24 text-ink-2">
          <Suspense fallback={null}>
            <Drawing />
          </Suspense>
        </div>
        <h1 className="display-40">{t('failure.client.title')}</h1>
        <p className="mt-2 mb-8 text-16 text-ink-2">{t('failure.client.body')}</p>
        <div className="flex flex-wrap gap-2">
          <button type="button" onClick={onRetry} className={BARE_KEY_BUTTON}>
            {t('failure.client.retry')}
          </button>
          <a href="/teams?new" className={BARE_BUTTON}>
            {t('failure.client.myTeams')}
          </a>
        </div>
        {reference && (
          <p className="mt-8 text-ink-3">
            {t('failure.client.reference')} <span className="code">{reference}</span>
          </p>
        )}
      </div>
    </main>
  );
}
