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
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('members.pages.invitation'), robots: { index: false } };
}

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { t } = await pageTexts();
  const { token, invitation, viewer } = await loadInvitation(params);
  if (!invitation) {
    return <AuthHead title={t('members.invitation.broken')}>{t('members.invitation.brokenHint')}</AuthHead>;
  }
  const { status, team, email } = invitation;
  if (status === 'accepted') {
    return (
      <>
        <AuthHead title={t('members.invitation.accepted')}>
          {t('members.invitation.acceptedHint', { team, email })}
        </AuthHead>
        <ButtonLink href="/teams" variant="key" size="big">
          {t(viewer ? 'members.invitation.myTeams' : 'members.invitation.signIn')}
        </ButtonLink>
      </>
    );
  }
  if (status === 'revoked') {
    return (
      <AuthHead title={t('members.invitation.revoked')}>
        {t('members.invitation.revokedHint', { team })}
      </AuthHead>
    );
  }
  if (status === 'expired') {
    return (
      <>
        <AuthHead title={t('members.invitation.expired')}>
          {t('members.invitation.expiredHint', { team })}
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
          <Alert tone="warn">{t('members.invitation.otherAddress', { viewer, email })}</Alert>
          <SignInToAcceptForm
            token={token}
            label={t(invitation.hasAccount ? 'members.invitation.switch' : 'members.invitation.signOut')}
          />
        </div>
      ) : !viewer && invitation.hasAccount ? (
        <SignInToAcceptForm token={token} label={t('members.invitation.signInToAccept')} />
      ) : (
        <AcceptForm token={token} team={team} newcomer={newcomer} />
      )}
    </InvitationOffer>
  );
}
