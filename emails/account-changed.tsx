import { MailLayout, Paragraph } from './layout';

const CHANGES = {
  'password-changed': {
    subject: 'Your headcraft password was changed',
    text: 'The password of your account was changed. All other devices were signed out.',
  },
  'password-set': {
    subject: 'Your headcraft account has a password now',
    text: 'A password was set for your account. The links by e-mail work as before.',
  },
  'two-step-on': {
    subject: 'Two-step sign-in is on',
    text: 'From now on signing in to your account asks for a code from your authenticator app.',
  },
  'two-step-off': {
    subject: 'Two-step sign-in is off',
    text: 'Signing in to your account no longer asks for a code from an app.',
  },
  'backup-codes': {
    subject: 'You have new backup codes',
    text: 'New backup codes were made for your account. The old ones no longer work.',
  },
  'passkey-added': {
    subject: 'A passkey was added to your account',
    text: 'A device can now sign in to your account with a passkey.',
  },
  'passkey-removed': {
    subject: 'A passkey was removed from your account',
    text: 'One of your passkeys no longer signs in to your account.',
  },
} as const;

export type AccountChange = keyof typeof CHANGES;

type Props = { name: string; change: AccountChange; url: string };

export function AccountChanged({ name, change, url }: Props) {
  const { subject, text } = CHANGES[change];
  return (
    <MailLayout
      preview={text}
      heading={subject}
      action={{ label: 'Look at your account', url }}
      reason="You get this whenever the way to sign in to your account changes. It cannot be switched off."
    >
      <Paragraph>
        Hello {name}. {text}
      </Paragraph>
      <Paragraph>
        If this was you, all is well. If not, set a new password, sign out all other devices and look at your
        passkeys, now.
      </Paragraph>
    </MailLayout>
  );
}

AccountChanged.subject = ({ change }: Props): string => CHANGES[change].subject;
