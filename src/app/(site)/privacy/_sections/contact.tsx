import { useTexts } from '#use-texts';
import type { Operator } from '@/features/privacy/policy-loaders';
import type { MessageKey } from '@/texts/message-key';
import { MailLink } from '../../_legal/pieces';

/** Who answers for the data: whoever runs this installation. */
export function Contact({ operator }: { operator: Operator }) {
  const { t, rich } = useTexts();
  return (
    <>
      <p>{t(responsible(operator), { name: operator.name ?? '' })}</p>
      <p>
        {rich('site.privacy.contact.questions', {
          address: () => <MailLink key="address" address={operator.email} />,
        })}
      </p>
    </>
  );
}

function responsible({ name, embedded }: Operator): MessageKey {
  if (name) return 'site.privacy.contact.named';
  return embedded ? 'site.privacy.contact.embedded' : 'site.privacy.contact.unnamed';
}
