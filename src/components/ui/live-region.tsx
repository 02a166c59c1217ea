import type { ReactNode } from 'react';

/**
 * Says changes aloud without showing them: progress, "24 credits given". Keep it mounted and change its text;
 * a region that appears together with its text is not read.
 */
export function LiveRegion({ children, urgent = false }: { children: ReactNode; urgent?: boolean }) {
  return (
    <div aria-live={urgent ? 'assertive' : 'polite'} aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
