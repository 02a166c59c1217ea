'use server';
import { headers } from 'next/headers';
import { teamAction } from '@/auth/action';
import { env } from '@/env';
import { cancelPlan, resumePlan } from './plans/cancel-plan';
import { changePlan } from './plans/change-plan';
import { createPlanCheckout } from './plans/create-plan-checkout';
import { openPortal } from './plans/open-portal';
import { changePlanInput, noInput, planCheckoutInput, portalInput } from './plans/plan-input';
import { previewChange } from './plans/preview-change';
import { siteAddress } from './site-address';

const permission = 'billing:buy';
const limit = 'checkout';

/** Orders a plan and answers the payment page's address. */
export const buyPlanAction = teamAction({ permission, input: planCheckoutInput, limit }, async (ctx, input) =>
  createPlanCheckout(ctx, input, { ...scope(), returnTo: siteAddress(await headers()) }),
);

/** What `changePlanAction` would do and cost. */
export const previewPlanAction = teamAction({ permission, input: changePlanInput, limit }, previewChange);

export const changePlanAction = teamAction({ permission, input: changePlanInput, limit }, (ctx, input) =>
  changePlan(ctx, input, scope()),
);

export const cancelPlanAction = teamAction({ permission, input: noInput, limit }, (ctx) =>
  cancelPlan(ctx, scope()),
);

export const resumePlanAction = teamAction({ permission, input: noInput, limit }, (ctx) =>
  resumePlan(ctx, scope()),
);

/** The address of Stripe's page for cards and invoices; it comes back to the billing page. */
export const openPortalAction = teamAction({ permission, input: portalInput, limit }, async (ctx, { flow }) =>
  openPortal(ctx, { returnTo: siteAddress(await headers()), flow }),
);

function scope() {
  return { now: new Date(), appUrl: env().appUrl };
}
