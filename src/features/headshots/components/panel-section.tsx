import type { ReactNode } from 'react';

/** One group of the panel beside a picture. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="px-5 py-4">
      <h2 className="mb-2.5 font-medium">{title}</h2>
      {children}
    </section>
  );
}
