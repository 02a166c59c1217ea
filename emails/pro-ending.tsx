import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  /** "4 December 2026". */
  day: string;
  /** The tier that the team has then: "Plus". */
  next: string;
  /** How long that tier keeps pictures: "180 days". */
  kept: string;
  url: string;
};

export function ProEnding({ team, day, next, kept, url }: Props) {
  return (
    <MailLayout
      preview={`${team} will then have ${next}.`}
      heading={`Pro ends on ${day}`}
      action={{ label: 'See the plans', url }}
      reason={`You get this because you look after the payments of ${team}.`}
    >
      <Paragraph>
        {team} has Pro because it bought an Enterprise pack. That Pro ends on {day}; nothing is charged.{' '}
        {team} will then have {next}. Your credits stay and never expire.
      </Paragraph>
      <Paragraph>
        {next} keeps pictures {kept}. Everyone with older pictures is told before they are deleted and can
        download them.
      </Paragraph>
      <Paragraph>To keep Pro, start the Pro plan or buy another Enterprise pack before then.</Paragraph>
    </MailLayout>
  );
}

ProEnding.subject = ({ team, day }: Props): string => `${team}: Pro ends on ${day}`;
