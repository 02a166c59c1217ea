import type { ReactNode } from 'react';

type SectionProps = { id: string; title: string; aside?: ReactNode; children: ReactNode };

/** One band of the landing page: a headline, a remark at its right, and the content. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-t py-16 sm:py-[104px]">
      <div className="wrap">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
          <h2 id={`${id}-title`} className="display-40">
            {title}
          </h2>
          {aside && <p className="text-16 text-ink-2">{aside}</p>}
        </div>
        {children}
      </div>
    </section>
  );
}
