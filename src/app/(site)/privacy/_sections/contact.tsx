import type { Operator } from '@/features/privacy/policy-loaders';
import { MailLink } from '../../_legal/pieces';

/** Who answers for the data: whoever runs this installation. */
export function Contact({ operator }: { operator: Operator }) {
  return (
    <>
      <p>{responsible(operator)}</p>
      <p>
        Questions about privacy: <MailLink address={operator.email} />.
      </p>
    </>
  );
}

function responsible({ name, embedded }: Operator): string {
  if (name) return `This installation of headcraft is run by ${name}.`;
  return embedded
    ? 'This installation runs on somebody’s own machine. Whoever started it is responsible for what is uploaded to it.'
    : 'Whoever runs this installation of headcraft is responsible for it, and reads the address below.';
}
