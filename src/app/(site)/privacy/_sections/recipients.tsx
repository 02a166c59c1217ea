import { useTexts } from '#use-texts';
import type { PrivacyPage } from '@/features/privacy/policy-loaders';
import { Facts } from '../../_legal/pieces';

type Props = { photos: PrivacyPage['photoProcessors']; others: PrivacyPage['otherProcessors'] };

export function Recipients({ photos, others }: Props) {
  const { t } = useTexts();
  return (
    <>
      <h3 className="font-semibold">{t('site.privacy.recipients.photos')}</h3>
      <p>{t(photos.length === 0 ? 'site.privacy.recipients.nobody' : 'site.privacy.recipients.onlyThese')}</p>
      {photos.length > 0 && <Facts facts={factsOf(photos)} />}
      <h3 className="mt-4 font-semibold">{t('site.privacy.recipients.others')}</h3>
      {others.length === 0 ? (
        <p>{t('site.privacy.recipients.othersNobody')}</p>
      ) : (
        <Facts facts={factsOf(others)} />
      )}
      <p>{t('site.privacy.recipients.noTracking')}</p>
    </>
  );
}

/** "Stripe", "Takes payments: …." */
function factsOf(processors: Props['photos']) {
  return processors.map(({ name, does }) => ({
    name,
    text: `${does.charAt(0).toUpperCase()}${does.slice(1)}.`,
  }));
}
