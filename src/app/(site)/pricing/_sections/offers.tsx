import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { CustomAmountLink } from '@/features/billing/components/custom-amount-link';
import { PackColumns } from '@/features/billing/components/pack-columns';
import { FIRST_TEAM_CREDITS } from '@/features/billing/price-list';
import { ClientTexts } from '@/texts/client-texts';

/** The head of the page, the three packs, and any number between. */
export function Offers({ buyHref, buyWith }: { buyHref: string; buyWith: string | null }) {
  const { t } = useTexts();
  return (
    <section id="packs" aria-labelledby="packs-title" className="relative">
      {/* Reaches up behind the navigation, which stands above this section. */}
      <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
      <div className="wrap pt-6 pb-16 sm:pt-12 sm:pb-24">
        <h1 id="packs-title" className="display-64 max-w-[15em]">
          {t('site.offers.title')}
        </h1>
        <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
          {t('site.offers.lead')}
        </p>
        <div className="mt-8 rounded-card border bg-card sm:mt-12">
          <PackColumns
            heading="h2"
            action={({ credits }) => (
              <ButtonLink href={buyHref} className="min-w-28">
                {t('site.packs.buy', { credits })}
              </ButtonLink>
            )}
          />
          <div className="border-t">
            <ClientTexts areas={['shop']}>
              <CustomAmountLink buyHref={buyHref} buyWith={buyWith} />
            </ClientTexts>
          </div>
        </div>
        <p className="mt-4 text-ink-2">{t('site.offers.foot', { count: FIRST_TEAM_CREDITS })}</p>
      </div>
    </section>
  );
}
