import { PhonePage } from '@/features/uploads/components/phone-page';

/** Where a connected phone comes back to. */
export default function ConnectedPhonePage() {
  return <PhonePage />;
}
