import { PhonePage } from '@/features/uploads/components/phone-page';

type Props = { params: Promise<{ token: string }> };

/** The link of the QR code. Reading it changes nothing: the page opens it, so that a preview or a scanner does not use it up. */
export default async function OpenLinkPage({ params }: Props) {
  return <PhonePage token={(await params).token} />;
}
