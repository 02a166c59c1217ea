import { headers } from 'next/headers';
import { env } from '@/env';
import { loadPricing } from '@/features/billing/pricing-loaders';
import { loadOfferedQualities } from '@/features/generation/engine-loaders';
import { pageTexts } from '@/texts/page-texts';
import { publicMetadata } from '../_site/page-metadata';
import { pricesSchema } from '../_site/schemas';
import { StructuredData } from '../_site/structured-data';
import { Closing } from './_sections/closing';
import { CreditUses } from './_sections/credit-uses';
import { Offers } from './_sections/offers';
import { Plans } from './_sections/plans';
import { PriceRules } from './_sections/price-rules';

export const generateMetadata = publicMetadata({ path: '/pricing', name: 'pricing' });

export default async function PricingPage() {
  const { signedIn, buyHref, plansHref, buyWith } = await loadPricing();
  const qualities = loadOfferedQualities();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <Offers buyHref={buyHref} buyWith={buyWith} />
      <Plans qualities={qualities} plansHref={plansHref} buyHref={buyHref} signedIn={signedIn} />
      <CreditUses qualities={qualities} />
      <PriceRules />
      <Closing href={signedIn ? buyHref : '/sign-up'} signedIn={signedIn} />
      <StructuredData data={pricesSchema(env().appUrl, await pageTexts())} nonce={nonce} />
    </>
  );
}
