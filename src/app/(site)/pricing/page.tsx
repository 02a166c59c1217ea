import type { Metadata } from 'next';
import { PublicNav } from '@/components/shell/public-shell';
import { loadPricing } from '@/features/billing/pricing-loaders';
import { loadOfferedQualities } from '@/features/generation/loaders';
import { Closing } from './_sections/closing';
import { CreditUses } from './_sections/credit-uses';
import { Offers } from './_sections/offers';
import { Plans } from './_sections/plans';
import { PriceRules } from './_sections/price-rules';

export const metadata: Metadata = {
  title: 'Pricing',
  description:
    'Credits for headshots: packs, any number, and monthly plans. Credits never expire, seats are free.',
};

const LINKS = [
  { href: '#packs', label: 'Packs' },
  { href: '#plans', label: 'Plans' },
  { href: '#uses', label: 'What a credit buys' },
  { href: '#rules', label: 'Rules' },
] as const;

export default async function PricingPage() {
  const { signedIn, buyHref, plansHref, carries } = await loadPricing();
  const qualities = loadOfferedQualities();
  return (
    <div className="relative isolate">
      <PublicNav links={LINKS} signedIn={signedIn} />
      <main id="main" tabIndex={-1} className="outline-none">
        <Offers buyHref={buyHref} carries={carries} />
        <Plans qualities={qualities} plansHref={plansHref} buyHref={buyHref} signedIn={signedIn} />
        <CreditUses qualities={qualities} />
        <PriceRules />
        <Closing href={signedIn ? buyHref : '/sign-up'} signedIn={signedIn} />
      </main>
    </div>
  );
}
