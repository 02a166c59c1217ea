import { useTexts } from '#use-texts';
import { FallenTripod } from '@/components/brand/empty-drawings';

type ErrorPageProps = { reference?: string | undefined; onRetry: () => void };

/**
 * The whole page failed. Every page carries this in its script, so it is made of plain classes: no button
 * component, no class merging, no link component.
 */
export function ErrorPage({ reference, onRetry }: ErrorPageProps) {
  const { t } = useTexts();
  return (
    <main id="main" className="light flex min-h-dvh flex-col">
      <div className="mx-auto w-full max-w-form px-5 py-24">
        <FallenTripod className="mb-8 -ml-6 text-ink-2" />
        <h1 className="display-40">{t('failure.client.title')}</h1>
        <p className="mt-2 mb-8 text-16 text-ink-2">{t('failure.client.body')}</p>
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            onClick={onRetry}
            className="h-11 rounded-control bg-key px-5 font-action text-16 text-on-key hover:bg-key-hover"
          >
            {t('failure.client.retry')}
          </button>
          <a
            href="/teams?new"
            className="grid h-11 place-items-center rounded-control border bg-card px-5 font-medium text-16 hover:border-edge"
          >
            {t('failure.client.myTeams')}
          </a>
        </div>
        {reference && (
          <p className="code mt-8 text-ink-3">
            {t('failure.client.reference')} {reference}
          </p>
        )}
      </div>
    </main>
  );
}
