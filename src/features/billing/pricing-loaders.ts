import { database } from '@/adapters/database/client';
import { findPageSession } from '@/auth/page';
import { START_BUYING, START_BUYING_CREDITS, START_PLAN } from '@/lib/arrival';
import { findBuyerTeams } from './plans/find-buyer-teams';

export type PricingView = {
  signedIn: boolean;
  /** Where a pack is bought: sign-up, the one team's page, or the choice of teams. */
  buyHref: string;
  plansHref: string;
  /** Leads to a page that takes a number of credits along, once it is appended; null: `buyHref` takes none. */
  buyWith: string | null;
};

/** The public price page: prices are the same for everyone, only the buttons lead elsewhere. */
export async function loadPricing(): Promise<PricingView> {
  const session = await findPageSession();
  if (!session)
    return {
      signedIn: false,
      buyHref: START_BUYING,
      plansHref: START_PLAN,
      buyWith: START_BUYING_CREDITS,
    };
  const [team, ...others] = await findBuyerTeams(await database(), session.userId);
  if (team === undefined || others.length > 0)
    return { signedIn: true, buyHref: '/teams?new', plansHref: '/teams?new', buyWith: null };
  const base = `/teams/${team}`;
  return {
    signedIn: true,
    buyHref: `${base}/credits/buy`,
    plansHref: `${base}/billing/plan`,
    buyWith: `${base}/credits/buy?credits=`,
  };
}
