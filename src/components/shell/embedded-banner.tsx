import Link from 'next/link';

/** Says that this is the offline mode, so that nobody waits for a real mail or believes a payment. */
export function EmbeddedBanner({ mailboxHref = '/dev/mailbox' }: { mailboxHref?: string }) {
  return (
    <aside
      aria-label="Local mode"
      className="flex flex-wrap justify-center gap-x-2 border-b bg-wash px-5 py-1.5 text-center text-12 text-ink-2"
    >
      <span>Local mode: nothing leaves this machine. Payments are tests.</span>
      <Link href={mailboxHref} className="link">
        Open the mailbox
      </Link>
    </aside>
  );
}
