import { ButtonLink } from '@/components/ui/button';
import { CustomAmountLink } from '@/features/billing/components/custom-amount-link';
import { PackColumns } from '@/features/billing/components/pack-columns';
import { FIRST_TEAM_CREDITS } from '@/features/billing/price-list';

/** The head of the page, the three packs, and any number between. */
export function Offers({ buyHref, carries }: { buyHref: string; carries: boolean }) {
  return (
    <section id="packs" aria-labelledby="packs-title" className="relative">
      {/* Reaches up behind the navigation, which stands above this section. */}
      <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
      <div className="wrap pt-6 pb-16 sm:pt-12 sm:pb-24">
        <h1 id="packs-title" className="display-64 max-w-[15em]">
          Pay for pictures, not for seats.
        </h1>
        <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
          Your team buys credits once and shares them. Credits never expire, and a picture that fails or does
          not look like you costs nothing.
        </p>
        <div className="mt-8 rounded-card border bg-card sm:mt-12">
          <PackColumns
            heading="h2"
            action={({ credits }) => (
              <ButtonLink href={buyHref} className="min-w-28">
                Buy {credits}
              </ButtonLink>
            )}
          />
          <div className="border-t">
            <CustomAmountLink buyHref={buyHref} carries={carries} />
          </div>
        </div>
        <p className="mt-4 text-ink-2">
          Prices are in US dollars, before tax. Your first team starts with {FIRST_TEAM_CREDITS} free credits;
          no card is needed.
        </p>
      </div>
    </section>
  );
}
