import { useTexts } from '#use-texts';
import type { PrivacyPage } from '@/features/privacy/policy-loaders';
import { Facts } from '../../_legal/pieces';

type Props = {
  photos: PrivacyPage['photoProcessors'];
  others: PrivacyPage['otherProcessors'];
  signIn: PrivacyPage['signInServices'];
  /** One of them keeps the files, and a photo goes straight there. */
  keepsFiles: boolean;
};

export function Recipients({ photos, others, signIn, keepsFiles }: Props) {
  const { t, allOf } = useTexts();
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
      {signIn.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{t('site.privacy.recipients.signIn')}</h3>
          <p>{t('site.privacy.recipients.signInLead', { services: allOf(signIn) })}</p>
        </>
      )}
      <p>
        {t('site.privacy.recipients.noTracking')}
        {keepsFiles && ` ${t('site.privacy.recipients.onTheWay')}`}
      </p>
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
