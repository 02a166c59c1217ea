import Link from 'next/link';

/** In local mode no mail leaves the machine: this is where it is. */
export function MailboxHint() {
  return (
    <p className="text-ink-2">
      Local mode: mails stay on this machine.{' '}
      <Link href="/dev/mailbox" className="link">
        Open the mailbox
      </Link>
    </p>
  );
}
