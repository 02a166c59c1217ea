import { useTexts } from '#use-texts';
import type { StylesPage } from '@/features/generation/catalogue-loaders';

export function Head({ count, engine }: { count: number; engine: StylesPage['engine'] }) {
  const { t } = useTexts();
  return (
    <header className="relative">
      {/* Reaches up behind the navigation, which stands above this section. */}
      <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
      <div className="wrap pt-6 pb-10 sm:pt-12 sm:pb-14">
        <h1 className="display-64">{t('site.gallery.title', { count })}</h1>
        <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
          {t('site.gallery.lead')}
        </p>
        <p className="mt-4 max-w-[48em] text-16 text-ink-2">
          {t(engine.finishesSelfie ? 'site.gallery.finished' : 'site.gallery.drawn')}
        </p>
      </div>
    </header>
  );
}
