import { MailLayout, Paragraph } from './layout';

type Props = {
  team: string;
  pictures: number;
  /** The first day on which some of them go: "20 Dec". */
  day: string;
  /** Why, and what keeps them longer. */
  rule: string;
  url: string;
};

const pictures = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`);
const them = (count: number) => (count === 1 ? 'it' : 'them');

export function PicturesDue({ team, pictures: count, day, rule, url }: Props) {
  return (
    <MailLayout
      preview={`Download ${them(count)} before then to keep ${them(count)}.`}
      heading={`${pictures(count)} will be deleted on ${day}`}
      action={{ label: `Download ${them(count)}`, url }}
      reason={`You get this because you made headshots with ${team}.`}
    >
      <Paragraph>
        Download {them(count)} before then to keep {them(count)}. Only you can see {them(count)}.
      </Paragraph>
      <Paragraph>{rule}</Paragraph>
    </MailLayout>
  );
}

PicturesDue.subject = ({ pictures: count, day }: Props): string =>
  `${pictures(count)} will be deleted on ${day}`;
