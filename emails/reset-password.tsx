import { MailLayout, Paragraph } from './layout';

type Props = { name: string; url: string };

export function ResetPassword({ name, url }: Props) {
  return (
    <MailLayout
      preview="Choose a new password."
      heading="Choose a new password"
      action={{ label: 'Choose a new password', url }}
      reason="You get this because someone asked to reset the password of this headcraft account. If it was not you, ignore it: your password stays."
    >
      <Paragraph>
        Hello {name}, the link works once and for one hour. All other devices are signed out.
      </Paragraph>
    </MailLayout>
  );
}

ResetPassword.subject = (_props: Props): string => 'Choose a new headcraft password';
