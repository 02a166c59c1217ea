import Link from 'next/link';
import { cn } from '@/components/ui/cn';

/** Two to four views of the same page, as links that look like a segmented control. */
export function ViewLinks({
  label,
  views,
}: {
  label: string;
  views: readonly { label: string; href: string; current: boolean }[];
}) {
  return (
    <nav
      aria-label={label}
      className="inline-flex gap-0.5 rounded-control bg-wash-2 p-0.5 phone:flex phone:w-full"
    >
      {views.map((view) => (
        <Link
          key={view.label}
          href={view.href}
          scroll={false}
          aria-current={view.current ? 'true' : undefined}
          className={cn(
            'flex h-[calc(var(--h-control)-4px)] items-center justify-center whitespace-nowrap rounded-tag px-3 font-medium text-ink-2 transition-colors hover:text-ink phone:flex-1 phone:px-1.5',
            view.current &&
              // In the dark a step more, as in `SegmentedControl`.
              'bg-raised text-ink shadow-[0_0_0_1px_var(--line),0_1px_2px_oklch(21%_0.01_60/0.06)] dark:bg-[oklch(37%_0.008_60)]',
          )}
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
