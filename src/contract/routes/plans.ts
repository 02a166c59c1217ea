import { z } from 'zod';
import { changePlanInput, portalInput } from '@/features/billing/plans/plan-input';
import { json, route } from '../define';
import { cents, credits, instant, tier } from '../shared';

const planId = z.enum(['plus', 'pro']);

const subscription = z
  .object({
    tier,
    why: z.enum(['enterprise', 'plan', 'none', 'paid']),
    proUntil: instant.nullable(),
    plan: z
      .object({
        id: planId,
        nextPlan: planId.nullable(),
        status: z.string(),
        periodStart: instant,
        periodEnd: instant,
        cancelAtPeriodEnd: z.boolean(),
        pastDueSince: instant.nullable(),
        rests: z.boolean(),
        graceUntil: instant.nullable(),
        monthlyCredits: credits,
        amountCents: cents,
        nextAmountCents: cents,
      })
      .nullable(),
  })
  .meta({ id: 'Subscription' });

export const getSubscription = route({
  name: 'getSubscription',
  method: 'GET',
  path: '/api/teams/{teamId}/subscription',
  group: 'Billing',
  summary: 'The team’s tier, why it has it, and its plan',
  who: 'admin',
  permission: 'billing:read',
  scope: 'billing:read',
  organizationKeys: true,
  answers: { 200: json('The plan', subscription) },
});

export const cancelPlan = route({
  name: 'cancelPlan',
  method: 'POST',
  path: '/api/teams/{teamId}/subscription/cancel',
  group: 'Billing',
  summary: 'End the plan with its paid period',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  limit: 'checkout',
  answers: { 200: json('The plan', subscription) },
  errors: ['conflict', 'unavailable'],
});

export const resumePlan = route({
  name: 'resumePlan',
  method: 'POST',
  path: '/api/teams/{teamId}/subscription/resume',
  group: 'Billing',
  summary: 'Take a cancellation back',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  limit: 'checkout',
  answers: { 200: json('The plan', subscription) },
  errors: ['conflict', 'unavailable'],
});

export const changePlan = route({
  name: 'changePlan',
  method: 'POST',
  path: '/api/teams/{teamId}/subscription/change',
  group: 'Billing',
  summary: 'Move to another plan',
  details: 'A higher one now, a lower one with the next period.',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  body: changePlanInput,
  limit: 'checkout',
  answers: { 200: json('The plan', subscription) },
  errors: ['conflict', 'unavailable'],
});

export const previewPlanChange = route({
  name: 'previewPlanChange',
  method: 'POST',
  path: '/api/teams/{teamId}/subscription/preview',
  group: 'Billing',
  summary: 'What another plan would cost',
  details: 'Changes nothing.',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:read',
  body: changePlanInput,
  limit: 'checkout',
  answers: {
    200: json(
      'What would happen',
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('upgrade'),
          differenceCents: cents,
          dueNowCents: cents.nullable(),
          credits,
          thenCents: cents,
          nextPayment: instant,
        }),
        z.object({ kind: z.literal('downgrade'), at: instant, thenCents: cents }),
        z.object({ kind: z.literal('keep'), thenCents: cents, nextPayment: instant }),
      ]),
    ),
  },
  errors: ['conflict', 'unavailable'],
});

export const openBillingPortal = route({
  name: 'openBillingPortal',
  method: 'POST',
  path: '/api/teams/{teamId}/subscription/portal',
  group: 'Billing',
  summary: 'The address of Stripe’s page for cards and invoices',
  who: 'admin',
  permission: 'billing:buy',
  scope: 'billing:write',
  body: portalInput,
  limit: 'checkout',
  answers: { 200: json('Where to go', z.object({ url: z.string() })) },
  errors: ['conflict', 'unavailable'],
});
