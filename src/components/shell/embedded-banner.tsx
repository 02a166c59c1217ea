import Link from 'next/link';

/** Says that this is the offline mode, so that nobody waits for a real mail or believes a payment. `stripe`: payments are local too. */
export function EmbeddedBanner({ stripe }: { stripe: boolean }) {
  return (
    <aside
      aria-label="Local mode"
      className="flex flex-wrap justify-center gap-x-2 border-b bg-wash px-5 py-1.5 text-center text-12 text-ink-2"
    >
      <span>
        {stripe
          ? 'Local mode: nothing leaves this machine. Payments are tests.'
          : 'Local mode: mails stay on this machine.'}
      </span>
      <Link href="/dev/mailbox" className="link">
        Open the mailbox
      </Link>
      {stripe && (
        <Link href="/dev/stripe" className="link">
          Open the local Stripe
        </Link>
      )}
    </aside>
  );
}
