import { continueInvitation } from '@/features/organizations/invitation-loaders';

export default async function ContinueInvitationPage() {
  return continueInvitation();
}
