'use client';

import { Printer } from 'lucide-react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

/** Opens the browser's own print dialog, which also saves a PDF. Is not printed itself. */
export function PrintButton({ children = 'Print', className, ...rest }: Omit<ButtonProps, 'onClick'>) {
  return (
    <Button className={cn('print:hidden', className)} onClick={() => window.print()} {...rest}>
      <Printer className="size-4" aria-hidden="true" />
      {children}
    </Button>
  );
}
