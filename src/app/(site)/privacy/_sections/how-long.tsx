import { useTexts } from '#use-texts';
import { ENTITLEMENTS, TIERS, type Tier } from '@/features/billing/entitlement-rules';
import { TIER_NAMES } from '@/features/billing/tier-types';
import { MAX_VERSIONS } from '@/features/headshots/edit-types';
import { NOTICE_DAYS, SELFIE_DAYS } from '@/features/privacy/keep-rules';
import type { Texts } from '@/texts/make-texts';
import { Facts } from '../../_legal/pieces';

const NAMES = ['selfies', 'headshots', 'edits', 'onTheWay', 'phone', 'signIns', 'books'] as const;

function pictureDays(tier: Tier, { t }: Texts): string {
  const { pictureDays: days } = ENTITLEMENTS[tier];
  const plan = TIER_NAMES[tier];
  return days === null
    ? t('site.privacy.howLong.asLong', { plan })
    : t('site.privacy.howLong.days', { days, plan });
}

export function HowLong() {
  const texts = useTexts();
  const { t } = texts;
  const values = {
    selfieDays: SELFIE_DAYS,
    tiers: TIERS.map((tier) => pictureDays(tier, texts)).join(', '),
    noticeDays: NOTICE_DAYS,
    versions: MAX_VERSIONS,
  };
  const facts = NAMES.map((name) => ({
    name: t(`site.privacy.howLong.list.${name}.name`),
    text: t(`site.privacy.howLong.list.${name}.text`, values),
  }));
  return (
    <>
      <Facts facts={facts} />
      <p>{t('site.privacy.howLong.copies')}</p>
    </>
  );
}
