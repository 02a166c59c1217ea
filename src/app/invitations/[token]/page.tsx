import type { Metadata } from 'next';
import { AuthHead } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import {
  AcceptForm,
  AskAgainForm,
  SignInToAcceptForm,
} from '@/features/organizations/components/accept-form';
import { InvitationOffer } from '@/features/organizations/components/invitation-offer';
import { loadInvitation } from '@/features/organizations/invitation-loaders';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token, invitation, viewer } = await loadInvitation(params);
  if (!invitation) {
    return (
      <AuthHead title="This link does not work">
        It may be cut off, or a newer invitation replaced it. Look for the latest mail from your team.
      </AuthHead>
    );
  }
  const { status, team, email } = invitation;
  if (status === 'accepted') {
    return (
      <>
        <AuthHead title="You accepted already">
          This invitation to {team} was used. Sign in as {email} to open the team.
        </AuthHead>
        <ButtonLink href="/teams" variant="key" size="big">
          {viewer ? 'My teams' : 'Sign in'}
        </ButtonLink>
      </>
    );
  }
  if (status === 'revoked') {
    return (
      <AuthHead title="This invitation was withdrawn">Ask {team} if you think that is a mistake.</AuthHead>
    );
  }
  if (status === 'expired') {
    return (
      <>
        <AuthHead title="This invitation is too old">
          Links work for 7 days. An admin of {team} can send you a new one.
        </AuthHead>
        <AskAgainForm token={token} />
      </>
    );
  }
  const newcomer = !viewer && !invitation.hasAccount;
  return (
    <InvitationOffer {...invitation} newcomer={newcomer}>
      {viewer && viewer !== email ? (
        <div className="grid gap-4">
          <Alert tone="warn">
            You are signed in as {viewer}. This invitation is for {email}.
          </Alert>
          <SignInToAcceptForm
            token={token}
            label={invitation.hasAccount ? 'Switch account' : 'Sign out and go on'}
          />
        </div>
      ) : !viewer && invitation.hasAccount ? (
        <SignInToAcceptForm token={token} label="Sign in to accept" />
      ) : (
        <AcceptForm token={token} team={team} newcomer={newcomer} />
      )}
    </InvitationOffer>
  );
}
