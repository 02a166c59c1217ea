import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';

type PageHeadProps = {
  title: ReactNode;
  /** One line below the title. */
  children?: ReactNode;
  /** The way here, from the top; the page itself is last and has no address. */
  crumbs?: readonly { label: string; href?: string }[];
  /** Buttons or facts at the right. */
  actions?: ReactNode;
};

/** The top of a page in the app: where you are, what it is, what you can do. */
export function PageHead({ title, children, crumbs = [], actions }: PageHeadProps) {
  const { t } = useTexts();
  return (
    <header
      className={cn(
        'mb-6 flex flex-wrap justify-between gap-4',
        children || crumbs.length > 0 ? 'items-end' : 'items-center',
      )}
    >
      <div className="min-w-0">
        {crumbs.length > 0 && (
          <nav
            aria-label={t('ui.client.breadcrumb')}
            className="mb-2 flex flex-wrap items-center gap-1.5 text-ink-2 print:hidden"
          >
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.label}>
                {index > 0 && <ChevronRight className="size-4" aria-hidden="true" />}
                {crumb.href ? (
                  <Link href={crumb.href} className="-my-2 py-2 hover:text-ink">
                    {crumb.label}
                  </Link>
                ) : (
                  <span aria-current="page">{crumb.label}</span>
                )}
              </Fragment>
            ))}
          </nav>
        )}
        <h1 className="text-balance font-semibold text-28">{title}</h1>
        {children && <p className="mt-1 max-w-reading text-balance text-ink-2">{children}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
