import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import { GRACE_DAYS, INVOICE_DUE_DAYS, REFUND_DAYS } from '@/features/billing/price-list';
import { RETURN_DAYS } from '@/features/headshots/verdict-rules';
import { SELFIE_DAYS } from '@/features/privacy/keep-rules';

type Term = { id: string; title: string; texts?: readonly string[]; points?: readonly string[] };

/** The agreement, part by part. Numbers come from the rules that the product goes by. */
export const TERMS: readonly Term[] = [
  {
    id: 'agreement',
    title: 'What this is',
    texts: [
      'headcraft makes headshots from photos that people upload of themselves. Whoever creates a team or joins one agrees to these terms with whoever runs this installation, “we” below. If you do so for a company, you say that you may.',
      'Nothing here takes away a right that the law gives you, for example as a consumer.',
    ],
  },
  {
    id: 'you',
    title: 'You and your account',
    points: [
      'You are 18 or older.',
      'Your account is yours alone. Keep the password to yourself; what is done with it counts as done by you until you tell us.',
      'Owners and admins decide for their team: who is in it, who gets credits, what is bought.',
    ],
  },
  {
    id: 'photos',
    title: 'What you may upload and make',
    points: [
      'Photos of yourself and nobody else: not of a colleague, not of a child, not of a famous person.',
      'Nothing sexual, violent or hateful, and nothing that is against the law.',
      'Do not use a headshot to pretend to be somebody you are not, or that a picture made by AI was not.',
      'Do not attack the service, get around its limits, or take it apart to copy it.',
    ],
    texts: [
      'Photos that break these rules are refused where we can tell. Accounts that keep doing it can be closed.',
    ],
  },
  {
    id: 'pictures',
    title: 'Whose the pictures are',
    texts: [
      'Your photos and your headshots belong to you. You allow us only what is needed to check the photos, make the pictures, keep them and hand them to you, for as long as they are kept. We claim nothing else, show them to nobody, and train nothing with them.',
      'Each headshot says in its file that it was made or finished by software. Leave that in when you publish it: in some countries the law asks for it.',
    ],
  },
  {
    id: 'credits',
    title: 'Credits',
    points: [
      'Pictures are paid with credits. The price of each request stands on the button before you press it.',
      'Credits are set aside when a request starts. What was accepted is charged; what failed, was refused or is not like you is not.',
      `A picture that you say is not you, within ${RETURN_DAYS} days, is deleted, and its credits come back; how many such returns are paid back is said before you confirm.`,
      'Credits do not expire. They belong to the team, cannot be sold on, and are no money: they are paid out only as a refund, as below.',
    ],
  },
  {
    id: 'money',
    title: 'Payment and refunds',
    points: [
      'Prices are in US dollars, before tax. Packs are paid once, plans every month in advance until they are cancelled. Invoices are due after ' +
        `${INVOICE_DUE_DAYS} days.`,
      `Unspent credits of a payment can be refunded within ${REFUND_DAYS} days, at the price you paid. Spent ones cannot, unless we failed to do what we sold.`,
      `A cancelled plan runs to the end of the month that is paid. If a card fails, the plan stays for ${GRACE_DAYS} days.`,
      'A payment that its bank takes back takes its credits along.',
    ],
  },
  {
    id: 'keeping',
    title: 'How long we keep things',
    texts: [
      `Selfies are deleted ${SELFIE_DAYS} days after your last upload, headshots after ${ENTITLEMENTS.free.pictureDays} days on Free and ${ENTITLEMENTS.plus.pictureDays} on Plus, and on Pro when the team no longer has it. Download what you want to keep. The page about privacy has the details.`,
    ],
  },
  {
    id: 'service',
    title: 'What we promise, and what not',
    texts: [
      'We make the pictures with care and charge only for those that look like you by our measure. We cannot promise that you like each one, that a job or a profile comes of it, or that the service is never interrupted.',
      'We are liable without limit where the law says so, such as for intent and gross negligence, and for harm to life and health. For slight negligence we are liable only where a duty is broken that the agreement stands on, and then for the damage one could expect.',
    ],
  },
  {
    id: 'end',
    title: 'Ending it',
    texts: [
      'You can leave a team, delete your pictures and stop using headcraft at any time. We may end the agreement with 30 days’ notice, and at once when somebody breaks the rules badly. If we end it without such a reason, unspent credits that were paid for are refunded.',
    ],
  },
  {
    id: 'changes',
    title: 'Changes',
    texts: [
      'When these terms change in a way that matters to you, we tell you by e-mail before it counts. What you bought before is governed by the terms of that day.',
      'The law of the place where we are established applies.',
    ],
  },
];
