/** Each e-mail with what it says on a plain day: for its tests and for `npm run email`. */
import type { MailProps, MailTemplate } from '@/features/notifications/templates';

const APP = 'https://headshots.example.com';
const TEAM = `${APP}/teams/acme`;
const ofTeam = { team: 'Acme', url: `${TEAM}/billing` };
const ofPerson = { name: 'Nora' };

export const MAIL_EXAMPLES: { [T in MailTemplate]: MailProps<T> } = {
  'verify-email': { ...ofPerson, url: `${APP}/verify-email/example` },
  'reset-password': { ...ofPerson, url: `${APP}/reset-password/example` },
  'sign-in-link': { ...ofPerson, url: `${APP}/sign-in/link/example` },
  'account-exists': { ...ofPerson, url: `${APP}/sign-in` },
  'account-changed': { ...ofPerson, change: 'two-step-on', url: `${APP}/account` },
  'account-deleted': { ...ofPerson, url: `${APP}/deleted/example` },
  invitation: {
    inviter: 'Ada Lind',
    team: 'Acme',
    credits: 10,
    expires: '5 December 2026',
    url: `${APP}/invitations/example`,
  },
  'credits-added': {
    ...ofTeam,
    credits: 150,
    what: 'Professional pack',
    amount: '$79',
    receiptUrl: 'https://pay.example.com/receipts/1',
  },
  'credits-requested': { ...ofTeam, person: 'Nora Vogt', credits: 4, note: 'For the new website.' },
  'refund-sent': { ...ofTeam, what: 'Starter pack', amount: '$11.60', credits: 20, bankDays: '5–10 days' },
  'invoice-overdue': { ...ofTeam, what: 'Enterprise pack', amount: '$199', since: '4 December 2026' },
  'low-balance': { ...ofTeam, available: 8, below: 20, topsUp: false },
  'ledger-alarm': {
    count: 1,
    lines: ['balances: wallet acc_1: expected 12, found 13'],
    url: APP,
  },
  'credit-note-stands': { amount: '$29', paymentId: 'pay_1', creditNoteId: 'cn_1', url: APP },
  'payments-alarm': { what: 'differences', count: 1, lines: ['pay_1: expected $29, found $28'], url: APP },
  'top-up-failed': { ...ofTeam, what: 'Starter pack', amount: '$29', failure: 'The card was declined.' },
  'payment-disputed': {
    ...ofTeam,
    what: 'Plus plan',
    amount: '$9.99',
    credits: 20,
    state: 'open',
    planRests: true,
  },
  'plan-paid': {
    ...ofTeam,
    plan: 'Plus',
    what: 'Plus plan, November 2026',
    credits: 20,
    amount: '$9.99',
    started: true,
    receiptUrl: null,
  },
  'plan-payment-failed': { ...ofTeam, plan: 'Plus', until: '4 December 2026' },
  'plan-recovered': { ...ofTeam, plan: 'Plus', next: '28 December 2026' },
  'plan-ended': { ...ofTeam, plan: 'Plus', why: 'cancelled' },
  'plan-second': { ...ofTeam, plan: 'Plus' },
  'pro-ending': { ...ofTeam, day: '4 December 2026', next: 'Plus', kept: '180 days' },
  'plans-parked': { count: 1, lines: ['sub_1: its price is not one of ours'], url: APP },
  'headshots-ready': {
    style: 'Corporate',
    team: 'Acme',
    accepted: 3,
    charged: 3,
    released: 1,
    url: `${TEAM}/headshots/gen_1`,
  },
  'headshots-failed': {
    style: 'Corporate',
    team: 'Acme',
    reason: 'None of them looked enough like you. Other selfies may help.',
    released: 4,
    url: `${TEAM}/headshots/gen_1`,
  },
  'pictures-due': {
    team: 'Acme',
    pictures: 4,
    day: '4 December 2026',
    rule: 'Free keeps pictures for 30 days; Plus keeps them for 180.',
    url: `${TEAM}/headshots`,
  },
};

export const MAIL_NAMES = Object.keys(MAIL_EXAMPLES) as MailTemplate[];
