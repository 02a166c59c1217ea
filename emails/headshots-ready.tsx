import { MailLayout, Paragraph } from './layout';

type Props = {
  style: string;
  team: string;
  accepted: number;
  /** Credits. */
  charged: number;
  released: number;
  url: string;
  unsubscribeUrl?: string;
};

const pictures = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`);
const credits = (count: number) => (count === 1 ? '1 credit' : `${count} credits`);

export function HeadshotsReady({ style, team, accepted, charged, released, url, unsubscribeUrl }: Props) {
  return (
    <MailLayout
      preview={`${pictures(accepted)}, ${credits(charged)} charged.`}
      heading="Your headshots are ready"
      action={{ label: accepted === 1 ? 'See your picture' : 'See your pictures', url }}
      reason={`You get this because you started a generation with ${team}.`}
      unsubscribeUrl={unsubscribeUrl}
    >
      <Paragraph>
        {style}: {pictures(accepted)}. Only you can see {accepted === 1 ? 'it' : 'them'}.
      </Paragraph>
      <Paragraph>
        {credits(charged)} charged.
        {released > 0
          ? ` ${credits(released)} came back: pictures that do not look like you are not charged.`
          : ''}
      </Paragraph>
    </MailLayout>
  );
}

HeadshotsReady.subject = ({ accepted, style }: Props): string => `${style}: ${pictures(accepted)} ready`;
