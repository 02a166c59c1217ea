import type { Metadata } from 'next';
import { findPageSession } from '@/auth/page';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { ButtonLink } from '@/components/ui/button';
import { pageTexts } from '@/texts/page-texts';
import { SiteFrame } from './(site)/_site/frame';
import RootLayout from './layout';

export { viewport } from './layout';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: `${t('shell.notFound.title')} · headcraft`, robots: { index: false, follow: false } };
}

/**
 * Any address that nothing answers, as one of the public pages. Next gives it no layout, and no other page carries its parts; where a
 * page finds that there is nothing, `not-found.tsx` is shown.
 */
export default async function GlobalNotFound() {
  const { t } = await pageTexts();
  return (
    <RootLayout>
      <SiteFrame signedIn={(await findPageSession()) !== null}>
        <div className="relative">
          <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
          <div className="wrap pt-6 pb-20 sm:pt-12 sm:pb-28">
            <EmptyPicture className="mb-8 -ml-[52px] text-ink-2" />
            <h1 className="display-64">{t('shell.notFound.heading')}</h1>
            <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
              {t('shell.notFound.body')}
            </p>
            <div className="mt-8 flex flex-wrap gap-2">
              <ButtonLink href="/" variant="key" size="big">
                {t('shell.notFound.frontPage')}
              </ButtonLink>
              <ButtonLink href="/teams?new" size="big">
                {t('shell.notFound.myTeams')}
              </ButtonLink>
            </div>
          </div>
        </div>
      </SiteFrame>
    </RootLayout>
  );
}
