import {
  FIRST_TEAM_CREDITS,
  INVOICE_DUE_DAYS,
  INVOICE_FROM_CENTS,
  REFUND_DAYS,
} from '@/features/billing/price-list';
import { SELFIE_DAYS } from '@/features/privacy/keep-rules';
import { formatCents, formatCredits } from '@/lib/money';

export type Question = { question: string; answer: string };

const FINISHED =
  'It is your own photo, finished. You, your clothes and your expression stay; backdrop, light and colour are new. The file says that software did this.';
const DRAWN =
  'It is drawn anew by AI from several of your selfies, clothes and background included, and measured against them. The file says that AI made it.';

/** The questions of the front page. `finished`: pictures are made from one selfie, not drawn anew. */
export function questionsOf(finished: boolean): Question[] {
  return [
    {
      question: 'Will it look like me?',
      answer:
        'Each picture is measured against your selfies and gets a likeness from 0 to 100. Below 40 it does not count as you: not shown as a result, not charged.',
    },
    { question: 'Is it a real photo?', answer: finished ? FINISHED : DRAWN },
    {
      question: 'Which photos do I need?',
      answer:
        'Six to fourteen of you alone, with your shoulders in the frame: from the front and from both sides, in daylight, before more than one background. Each one is checked as it arrives, and says how to take it better.',
    },
    {
      question: 'Who sees my selfies?',
      answer: `Only you. Your admins do not, and our staff does not. They are deleted ${SELFIE_DAYS} days after the last upload, or as soon as you say so.`,
    },
    {
      question: 'What does my team see?',
      answer:
        'How far everybody is. Your selfies and your pictures stay yours: only you see and download them, unless you share a picture by a link.',
    },
    {
      question: 'What happens to credits when something fails?',
      answer:
        'Credits are held while pictures are made, not spent. What was accepted is charged when all are done; the rest is back in your wallet in the same moment, without asking.',
    },
    {
      question: 'Do credits expire?',
      answer:
        'No. There is no charge for seats either: a team of 5 and a team of 500 pay the same for a picture.',
    },
    {
      question: 'Can we try it, pay by invoice, get money back?',
      answer: `Your first team starts with ${formatCredits(FIRST_TEAM_CREDITS)}, no card needed. Orders of ${formatCents(INVOICE_FROM_CENTS)} or more can be paid by invoice within ${INVOICE_DUE_DAYS} days. Unspent credits are refunded within ${REFUND_DAYS} days of the payment.`,
    },
  ];
}
