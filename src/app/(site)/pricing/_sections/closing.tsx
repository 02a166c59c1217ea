import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { FIRST_TEAM_CREDITS } from '@/features/billing/price-list';

/** The end of the page: the one next step. */
export function Closing({ href, signedIn }: { href: string; signedIn: boolean }) {
  const { t } = useTexts();
  return (
    <section aria-label={t('site.closing.label')} className="border-t py-16 sm:py-[104px]">
      <div className="wrap flex flex-wrap items-center justify-between gap-x-8 gap-y-6">
        <h2 className="display-40">
          {signedIn ? t('site.closing.ready') : t('site.closing.try', { count: FIRST_TEAM_CREDITS })}
        </h2>
        <ButtonLink href={href} variant="key" size="big">
          {t(signedIn ? 'site.closing.buy' : 'shell.public.start')}
        </ButtonLink>
      </div>
    </section>
  );
}
