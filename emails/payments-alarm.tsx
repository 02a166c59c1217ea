import { counted } from '@/lib/words';
import { MailLayout, Paragraph } from './layout';

type Props = {
  /** `parked`: payments that wait for staff. `differences`: what the comparison with Stripe found for the first time. */
  what: 'parked' | 'differences';
  count: number;
  lines: string[];
  url: string;
};

export function PaymentsAlarm({ what, count, lines, url }: Props) {
  return (
    <MailLayout
      preview={subject({ what, count })}
      heading={what === 'parked' ? 'Payments wait for you' : 'Payments differ from Stripe'}
      action={{ label: 'Open headcraft', url }}
      reason="You get this because you run this installation."
    >
      <Paragraph>{what === 'parked' ? PARKED : DIFFERENCES}</Paragraph>
      {lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph>
        When it is put right, `npm run reconcile-stripe -- --replay ID` applies it again. What you settled
        another way is closed with `npm run reconcile-stripe -- --resolve ID --reason "…" --by NAME`.
      </Paragraph>
    </MailLayout>
  );
}

const PARKED =
  'What Stripe says about these does not fit our orders, so nothing was granted. The buyers read that we check it and write to them. You get this once.';
const DIFFERENCES =
  'The hourly comparison could not repair these. Until they are settled every comparison begins before them. You get this once.';

function subject({ what, count }: Pick<Props, 'what' | 'count'>): string {
  if (what === 'differences') return `headcraft: ${counted(count, 'difference')} from Stripe`;
  return `headcraft: ${counted(count, 'payment')} to check`;
}

PaymentsAlarm.subject = subject;
