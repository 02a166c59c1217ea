import type { ReactNode } from 'react';

/** What a row of choices is about, at the left; above it on a phone. The control itself carries the name for screen readers. */
export function RowName({ children }: { children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className="text-ink-2 leading-(--h-control) phone:mt-3 phone:first:mt-0 phone:leading-5"
    >
      {children}
    </span>
  );
}
