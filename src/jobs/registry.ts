/** Which handler works off which queue. One line a job; the handler lives with its feature as `<verb>.job.ts`. */
import type { QueueName } from '@/adapters/queue/queues';
import { purgeAccountJob } from '@/features/account/purge-account.job';
import { verifyBooksJob } from '@/features/admin/verify-books.job';
import { closeTeamJob } from '@/features/billing/close-team.job';
import { pushBillingDetailsJob } from '@/features/billing/invoices/push-billing-details.job';
import { endPlanJob } from '@/features/billing/plans/end-plan.job';
import { watchPlansJob } from '@/features/billing/plans/watch-plans.job';
import { reconcileJob } from '@/features/billing/reconcile/reconcile.job';
import { executeRefundJob } from '@/features/billing/refunds/execute-refund.job';
import { watchBalancesJob } from '@/features/billing/top-ups/watch-balances.job';
import { applyEventJob } from '@/features/billing/webhook/apply-event.job';
import { sweepInboxJob } from '@/features/billing/webhook/sweep-inbox.job';
import { reapGenerationsJob } from '@/features/generation/reap-generations.job';
import { runGenerationJob } from '@/features/generation/run-generation.job';
import { deliverMailJob, sweepMailJob } from '@/features/notifications/deliver-mail.job';
import { pruneEventsJob } from '@/features/notifications/prune-events.job';
import { deliverPushJob } from '@/features/notifications/push/deliver-push.job';
import { expireInvitationsJob } from '@/features/organizations/expire-invitations.job';
import { purgeJob } from '@/features/privacy/purge.job';
import { retentionJob } from '@/features/privacy/retention.job';
import type { JobDefinition } from './definition';

export const JOBS: Partial<Record<QueueName, JobDefinition>> = {
  'mail.deliver': deliverMailJob,
  'mail.sweep': sweepMailJob,
  'push.deliver': deliverPushJob,
  'events.prune': pruneEventsJob,
  'billing.apply-event': applyEventJob,
  'billing.refund': executeRefundJob,
  'billing.push-details': pushBillingDetailsJob,
  'billing.watch-balances': watchBalancesJob,
  'billing.reconcile': reconcileJob,
  'billing.sweep-inbox': sweepInboxJob,
  'billing.end-plan': endPlanJob,
  'billing.close-team': closeTeamJob,
  'billing.watch-plans': watchPlansJob,
  'credits.verify': verifyBooksJob,
  'generation.run': runGenerationJob,
  'generation.reap': reapGenerationsJob,
  'privacy.purge': purgeJob,
  'account.purge': purgeAccountJob,
  'privacy.retention': retentionJob,
  'organizations.expire-invitations': expireInvitationsJob,
};
