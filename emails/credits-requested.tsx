import { formatCredits } from '@/lib/money';
import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  person: string;
  credits: number;
  /** What the person wrote. */
  note: string | null;
  url: string;
  unsubscribeUrl?: string;
};

export function CreditsRequested({ team, person, credits, note, url, unsubscribeUrl }: Props) {
  return (
    <MailLayout
      preview={`${person} asks for ${formatCredits(credits)} in ${team}.`}
      heading={`${person} asks for ${formatCredits(credits)}`}
      action={{ label: 'Answer the request', url }}
      reason={`You get this because you run ${team}.`}
      unsubscribeUrl={unsubscribeUrl}
    >
      {note ? <Paragraph>“{note}”</Paragraph> : null}
      <Paragraph>You can give that many, give another number, or decline with a reason.</Paragraph>
    </MailLayout>
  );
}

CreditsRequested.subject = ({ person, credits }: Props): string =>
  `${person} asks for ${formatCredits(credits)}`;
