import Link from 'next/link';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';

const PAGES = [
  { at: 'overview', path: '' },
  { at: 'usage', path: '/usage' },
  { at: 'statement', path: '/statement' },
] as const;

export type CreditsPageName = (typeof PAGES)[number]['at'];

/** The pages about credits; `usage` is for those who see the whole team's. */
export function CreditsNav({
  slug,
  at,
  usage,
}: {
  slug: string;
  at: CreditsPageName | null;
  usage: boolean;
}) {
  const { t } = useTexts();
  return (
    <nav
      aria-label={t('credits.title')}
      className="mb-6 flex gap-6 overflow-x-auto border-b phone:mb-4 print:hidden"
    >
      {PAGES.filter((page) => usage || page.at !== 'usage').map((page) => (
        <Link
          key={page.at}
          href={`/teams/${slug}/credits${page.path}`}
          aria-current={page.at === at ? 'page' : undefined}
          className={cn(
            '-mb-px flex h-control items-center whitespace-nowrap border-transparent border-b-2 font-medium text-ink-2 hover:text-ink focus-visible:-outline-offset-2',
            page.at === at && 'border-key text-ink',
          )}
        >
          {t(`credits.nav.${page.at}`)}
        </Link>
      ))}
    </nav>
  );
}
