import { MailLayout, Paragraph } from './layout';

type Props = { name: string; url: string };

export function SignInLink({ name, url }: Props) {
  return (
    <MailLayout
      preview="Sign in without a password."
      heading="Sign in to headcraft"
      action={{ label: 'Sign in', url }}
      reason="You get this because someone asked for a sign-in link for this address. If it was not you, ignore it: nobody was signed in."
    >
      <Paragraph>Hello {name}, the link works once and for one hour.</Paragraph>
    </MailLayout>
  );
}

SignInLink.subject = (_props: Props): string => 'Your sign-in link for headcraft';
