/**
 * The job queues there are and how each retries. The handlers are in `jobs/registry.ts`; a test holds the two lists
 * equal. A queue must be known here before anything can be put into it.
 */
export type QueueSettings = {
  /** Tries after the first. */
  retryLimit: number;
  /** Seconds before the first retry; doubled for each further one. */
  retryDelay: number;
  /** A job not done by then is given to another worker. */
  expireInSeconds: number;
  /** UTC cron expression for jobs that start by the clock. */
  cron?: string;
};

const ONCE: QueueSettings = { retryLimit: 0, retryDelay: 1, expireInSeconds: 300 };

export const QUEUES = {
  'mail.deliver': { retryLimit: 8, retryDelay: 5, expireInSeconds: 60 },
  'mail.sweep': { ...ONCE, cron: '*/5 * * * *' },
  'push.deliver': { retryLimit: 5, retryDelay: 10, expireInSeconds: 60 },
  'events.prune': { ...ONCE, cron: '17 * * * *' },
  'billing.apply-event': { retryLimit: 8, retryDelay: 2, expireInSeconds: 60 },
  'billing.refund': { retryLimit: 8, retryDelay: 5, expireInSeconds: 60 },
  'billing.push-details': { retryLimit: 8, retryDelay: 10, expireInSeconds: 60 },
  'billing.watch-balances': { ...ONCE, cron: '* * * * *' },
  'billing.reconcile': { ...ONCE, expireInSeconds: 1_800, cron: '23 * * * *' },
  'billing.sweep-inbox': { ...ONCE, cron: '* * * * *' },
  'billing.end-plan': { retryLimit: 8, retryDelay: 5, expireInSeconds: 120 },
  'billing.close-team': { retryLimit: 8, retryDelay: 10, expireInSeconds: 120 },
  'billing.watch-plans': { ...ONCE, cron: '23 * * * *' },
  'credits.verify': { ...ONCE, cron: '0 4 * * *' },
  'generation.run': { retryLimit: 2, retryDelay: 2, expireInSeconds: 900 },
  'generation.reap': { ...ONCE, cron: '* * * * *' },
  'privacy.purge': { retryLimit: 8, retryDelay: 5, expireInSeconds: 120 },
  'account.purge': { retryLimit: 8, retryDelay: 10, expireInSeconds: 900 },
  'privacy.retention': { ...ONCE, cron: '*/5 * * * *' },
  'organizations.expire-invitations': { ...ONCE, cron: '11 * * * *' },
} as const satisfies Record<string, QueueSettings>;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];
