import { counted } from '@/lib/words';
import { MailLayout, Paragraph } from './layout';

type Props = { count: number; lines: string[]; url: string };

export function LedgerAlarm({ count, lines, url }: Props) {
  return (
    <MailLayout
      preview={`${counted(count, 'difference')} in the nightly check of accounts.`}
      heading="The ledger does not add up"
      action={{ label: 'Open headcraft', url }}
      reason="You get this because you run this installation."
    >
      <Paragraph>
        The nightly check found {counted(count, 'difference')}. Nothing was changed. `npm run verify-ledger`
        prints all of them.
      </Paragraph>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </MailLayout>
  );
}

LedgerAlarm.subject = ({ count }: Props): string =>
  `headcraft: ${counted(count, 'difference')} in the ledger`;
