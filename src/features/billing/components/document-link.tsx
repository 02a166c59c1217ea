import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';

/** A receipt, an invoice or a credit note, on Stripe's site. Shows nothing where there is none. */
export function DocumentLink({ href, children }: { href: string | null; children: ReactNode }) {
  const { t } = useTexts();
  if (!href) return null;
  return (
    <a href={href} className="link" target="_blank" rel="noreferrer">
      {children}
      <span className="sr-only"> {t('billing.page.newTab')}</span>
    </a>
  );
}
