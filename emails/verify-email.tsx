import { MailLayout, Paragraph } from './layout';

type Props = { name: string; url: string };

export function VerifyEmail({ name, url }: Props) {
  return (
    <MailLayout
      preview="One click and your account is ready."
      heading="Confirm your e-mail"
      action={{ label: 'Confirm e-mail', url }}
      reason="You get this because someone signed up to headcraft with this address. If it was not you, ignore it: nothing happens."
    >
      <Paragraph>Hello {name}, confirm that this address is yours. The link works for one hour.</Paragraph>
    </MailLayout>
  );
}

VerifyEmail.subject = (_props: Props): string => 'Confirm your e-mail for headcraft';
