/** What the cards say. Numbers come from the rules that the product goes by. */
import { ENTITLEMENTS } from '@/features/billing/entitlement-rules';
import { PACK_LIST, REFUND_DAYS } from '@/features/billing/price-list';
import { NOTICE_DAYS, SELFIE_DAYS } from '@/features/privacy/keep-rules';
import { formatCents, formatCredits } from '@/lib/money';

export type Card = {
  /** Folders of the pages it stands for, from `src/app/(site)`. */
  folders: readonly string[];
  title: string;
  text: string;
  alt: string;
  /** The right half: a pair, faces (names of `public/examples`), or lines of a name and a value. */
  pair?: { before: string; after: string };
  faces?: readonly string[];
  lines?: readonly { name: string; value: string }[];
};

export const CARDS: readonly Card[] = [
  {
    // The front page, and every page without a card of its own.
    folders: ['..'],
    title: 'Headshots for the whole team, without the photographer.',
    text: '6–14 selfies each. One pool of credits.',
    alt: 'A selfie and, beside it, the finished headshot. Headshots for the whole team, without the photographer.',
    pair: { before: 'fezbot-before-928', after: 'fezbot-corporate-928' },
  },
  {
    folders: ['styles'],
    title: 'Twelve styles, one you.',
    text: 'Each with a picture that headcraft made.',
    alt: 'Six headshots in six styles. Twelve styles, one you.',
    faces: [
      'christian-corporate',
      'fezbot-linkedin',
      'team-4-actor',
      'ali-pazani-creative',
      'christian-editorial',
      'team-4-cinematic',
    ],
  },
  {
    folders: ['pricing'],
    title: 'Pay for pictures, not for seats.',
    text: 'Credits never expire. Any number of people share them.',
    alt: `Pay for pictures, not for seats. ${PACK_LIST.map(({ credits, amountCents }) => `${formatCredits(credits)} ${formatCents(amountCents)}`).join(', ')}.`,
    lines: PACK_LIST.map(({ credits, amountCents }) => ({
      name: formatCredits(credits),
      value: formatCents(amountCents),
    })),
  },
  {
    folders: ['verify'],
    title: 'Is it one of ours?',
    text: 'Checked in your browser. The picture is sent nowhere.',
    alt: 'Is it one of ours? Whether headcraft made a picture, when and how, and never whom it shows.',
    lines: [
      { name: 'Made by headcraft', value: 'yes or no' },
      { name: 'On which day, and how', value: 'yes' },
      { name: 'Whom it shows', value: 'never' },
    ],
  },
  {
    folders: ['privacy'],
    title: 'Privacy, in plain words.',
    text: 'What we keep of your face, who receives it, and when it goes.',
    alt: `Privacy, in plain words. Selfies are seen by you alone and deleted after ${SELFIE_DAYS} days.`,
    lines: [
      { name: 'Selfies are seen by', value: 'you alone' },
      { name: 'Selfies are deleted after', value: `${SELFIE_DAYS} days` },
      { name: 'Told before a picture goes', value: `${NOTICE_DAYS} days` },
    ],
  },
  {
    folders: ['security'],
    title: 'Security, as it is.',
    text: 'What guards faces and money, line by line, and what is missing.',
    alt: 'Security, as it is. What guards faces and money, and what is missing.',
    lines: [
      { name: 'Face measurements', value: 'encrypted' },
      { name: 'Ledger of credits', value: 'append-only' },
      { name: 'Scripts of others', value: 'none' },
    ],
  },
  {
    folders: ['terms'],
    title: 'Terms, in plain words.',
    text: 'What you and we owe each other. Short, so that you read it.',
    alt: 'Terms, in plain words. The pictures are yours.',
    lines: [
      { name: 'The pictures are', value: 'yours' },
      { name: 'Refunds of unspent credits', value: `${REFUND_DAYS} days` },
      { name: 'Pictures kept on Plus', value: `${ENTITLEMENTS.plus.pictureDays} days` },
    ],
  },
  {
    // Its page stands in `src/pages`.
    folders: ['../docs'],
    title: 'The API.',
    text: 'Everything the pages do, for scripts: keys, errors, paging, every route.',
    alt: 'The API of headcraft. Keys with scopes, an OpenAPI document, lists by cursor.',
    lines: [
      { name: 'Keys', value: 'with scopes' },
      { name: 'Document', value: 'OpenAPI 3.1' },
      { name: 'The same key twice', value: 'counts once' },
    ],
  },
];
