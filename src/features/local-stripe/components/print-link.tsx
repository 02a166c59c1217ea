'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Prints the page, or saves it as a PDF where the browser offers that. */
export function PrintLink() {
  return (
    <Button variant="bare" className="-ml-3.5 mt-4 print:hidden" onClick={() => window.print()}>
      <Printer className="size-4" aria-hidden="true" />
      Print or save as PDF
    </Button>
  );
}
