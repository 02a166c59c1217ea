import { CheckPicture } from '@/features/privacy/components/verify/check-picture';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';
import { publicMetadata } from '../_site/page-metadata';

export const generateMetadata = publicMetadata({ path: '/verify', name: 'verify' });

const QUESTIONS = ['happens', 'answer', 'cannot', 'without'] as const;

export default async function VerifyPage() {
  const { t } = await pageTexts();
  return (
    <>
      <header className="relative">
        <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
        <div className="wrap grid gap-10 pt-6 pb-16 sm:pt-12 sm:pb-20 lg:grid-cols-2 lg:gap-16">
          <div>
            <h1 className="display-64">{t('site.verify.heading')}</h1>
            <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
              {t('site.verify.lead')}
            </p>
          </div>
          <ClientTexts areas={['privacy']}>
            <CheckPicture />
          </ClientTexts>
        </div>
      </header>
      <div className="border-t">
        <dl className="wrap grid gap-x-16 gap-y-10 py-16 sm:grid-cols-2 sm:py-20">
          {QUESTIONS.map((name) => (
            <div key={name}>
              <dt className="font-semibold text-16">{t(`site.verify.list.${name}.title`)}</dt>
              <dd className="mt-2 max-w-reading text-16 text-ink-2">{t(`site.verify.list.${name}.text`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
