import { ENTITLEMENTS, TIERS, type Tier } from '@/features/billing/entitlement-rules';
import { TIER_NAMES } from '@/features/billing/tier-rules';
import { MAX_VERSIONS } from '@/features/headshots/edit-types';
import { NOTICE_DAYS, SELFIE_DAYS } from '@/features/privacy/keep-rules';
import { Facts } from '../../_legal/pieces';

const FACTS = [
  {
    name: 'Selfies and face measurements',
    text: `${SELFIE_DAYS} days after your last upload, all of a set together. Sooner when you delete them or withdraw your consent: they disappear at once, and their files within minutes.`,
  },
  {
    name: 'Headshots',
    text: `${TIERS.map(pictureDays).join(', ')}, counted from the day they were made. You are told ${NOTICE_DAYS} days before, by e-mail and on the page. Every page with pictures shows the day.`,
  },
  {
    name: 'Edits of a headshot',
    text: `As long as the headshot, at most ${MAX_VERSIONS} of each.`,
  },
  {
    name: 'A photo on its way',
    text: 'A file that was sent and never confirmed is deleted after an hour. Photos that wait in your own browser for a connection go when they have arrived, or after a day.',
  },
  {
    name: 'The link for your phone',
    text: 'Works once, for ten minutes. Its row is deleted a day later.',
  },
  {
    name: 'Sign-ins',
    text: 'A week after you last used them, or when you sign out. Mailed links: one hour.',
  },
  {
    name: 'Payments, credits, the audit log',
    text: 'For as long as bookkeeping requires. They name people by an id, and never hold a picture.',
  },
];

function pictureDays(tier: Tier): string {
  const { pictureDays: days } = ENTITLEMENTS[tier];
  const name = TIER_NAMES[tier];
  return days === null ? `on ${name} as long as the team has it` : `${days} days on ${name}`;
}

export function HowLong() {
  return (
    <>
      <Facts facts={FACTS} />
      <p>
        Copies of the database kept for emergencies can hold a deleted row until they expire. Whoever runs
        this installation sets how long that is.
      </p>
    </>
  );
}
