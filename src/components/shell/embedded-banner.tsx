import Link from 'next/link';
import { useTexts } from '#use-texts';

/** Says that this is the offline mode, so that nobody waits for a real mail or believes a payment. `stripe`: payments are local too. */
export function EmbeddedBanner({ stripe }: { stripe: boolean }) {
  const { t } = useTexts();
  return (
    <aside
      aria-label={t('shell.embedded.label')}
      className="border-b bg-wash px-5 py-1.5 text-center text-12 text-ink-2 [&>a]:ml-1 [&>a]:whitespace-nowrap"
    >
      <span>{stripe ? t('shell.embedded.allLocal') : t('shell.embedded.mailLocal')}</span>{' '}
      <Link href="/dev/mailbox" className="link">
        {t('shell.embedded.mailbox')}
      </Link>
      {stripe && (
        <>
          {' '}
          <Link href="/dev/stripe" className="link">
            {t('shell.embedded.stripe')}
          </Link>
        </>
      )}
    </aside>
  );
}
