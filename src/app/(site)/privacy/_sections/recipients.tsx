import type { PrivacyPage } from '@/features/privacy/policy-loaders';
import { Facts } from '../../_legal/pieces';

type Props = { photos: PrivacyPage['photoProcessors']; others: PrivacyPage['otherProcessors'] };

const NOBODY = 'Nobody. Your photos, face measurements and headshots stay on the server that runs headcraft.';
const ONLY_THESE =
  'Only the companies below, only for what is said beside them. They act on our behalf and may use it for nothing else.';
const OTHERS_NOBODY = 'Payments and e-mails stay on this machine, too: it runs with local ones.';
const NO_TRACKING =
  'There are no advertising or analytics services on our pages. Your browser loads everything from our own address, except a photo on its way into the private store named above.';

export function Recipients({ photos, others }: Props) {
  return (
    <>
      <h3 className="font-semibold">Photos, measurements, headshots</h3>
      <p>{photos.length === 0 ? NOBODY : ONLY_THESE}</p>
      {photos.length > 0 && <Facts facts={factsOf(photos)} />}
      <h3 className="mt-4 font-semibold">Payments and e-mails</h3>
      {others.length === 0 ? <p>{OTHERS_NOBODY}</p> : <Facts facts={factsOf(others)} />}
      <p>{NO_TRACKING}</p>
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
