import { MailLayout, Paragraph } from './layout';

type Props = { inviter: string; team: string; url: string; credits: number; expires: string };

export function Invitation({ inviter, team, url, credits, expires }: Props) {
  return (
    <MailLayout
      preview={`${inviter} invites you to ${team}.`}
      heading={`Join ${team} on headcraft`}
      action={{ label: 'See the invitation', url }}
      reason={`You get this because ${inviter} invited this address to ${team}. If you do not know them, ignore it.`}
    >
      <Paragraph>
        {inviter} invites you to get your professional headshots with {team}. You upload 6–14 selfies and
        choose a style; it takes about five minutes.
      </Paragraph>
      {credits > 0 ? (
        <Paragraph>
          {credits} {credits === 1 ? 'credit is' : 'credits are'} waiting for you.
        </Paragraph>
      ) : null}
      <Paragraph>Only this e-mail address can accept. The link works until {expires}.</Paragraph>
    </MailLayout>
  );
}

Invitation.subject = ({ inviter, team }: Props): string => `${inviter} invites you to ${team} on headcraft`;
