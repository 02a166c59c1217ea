import { database } from '@/adapters/database/client';
import { findPageSession } from '@/auth/page';
import { findBuyerTeams } from './plans/find-buyer-teams';

export type PricingView = {
  signedIn: boolean;
  /** Where a pack is bought: sign-up, the one team's page, or the choice of teams. */
  buyHref: string;
  plansHref: string;
  /** Whether `buyHref` is a page that takes the chosen number along. */
  carries: boolean;
};

/** The public price page: prices are the same for everyone, only the buttons lead elsewhere. */
export async function loadPricing(): Promise<PricingView> {
  const session = await findPageSession();
  if (!session) return { signedIn: false, buyHref: '/sign-up', plansHref: '/sign-up', carries: false };
  const [team, ...others] = await findBuyerTeams(await database(), session.userId);
  if (team === undefined || others.length > 0)
    return { signedIn: true, buyHref: '/teams?new', plansHref: '/teams?new', carries: false };
  const base = `/teams/${team}`;
  return { signedIn: true, buyHref: `${base}/credits/buy`, plansHref: `${base}/billing/plan`, carries: true };
}
