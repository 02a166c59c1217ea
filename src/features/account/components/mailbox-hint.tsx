import Link from 'next/link';
import { useTexts } from '#use-texts';

/** In local mode no mail leaves the machine: this is where it is. */
export function MailboxHint() {
  const { t } = useTexts();
  return (
    <p className="text-ink-2">
      {t('account.client.mailbox.hint')}{' '}
      <Link href="/dev/mailbox" className="link">
        {t('account.client.mailbox.open')}
      </Link>
    </p>
  );
}
