import { MailLayout, Paragraph } from './layout';

type Props = { name: string; url: string };

export function AccountExists({ name, url }: Props) {
  return (
    <MailLayout
      preview="You already have an account."
      heading="You already have an account"
      action={{ label: 'Sign in', url }}
      reason="You get this because someone signed up to headcraft with this address. If it was not you, ignore it: nothing changed."
    >
      <Paragraph>
        Hello {name}, someone, probably you, signed up with this address. It has an account already. Sign in,
        or choose “Forgot it?” there to set a new password.
      </Paragraph>
    </MailLayout>
  );
}

AccountExists.subject = (_props: Props): string => 'You already have a headcraft account';
