'use client';

import { Printer } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

/** Opens the browser's own print dialog, which also saves a PDF. Is not printed itself. */
export function PrintButton({ children, className, ...rest }: Omit<ButtonProps, 'onClick'>) {
  const { t } = useTexts();
  return (
    <Button className={cn('print:hidden', className)} onClick={() => window.print()} {...rest}>
      <Printer className="size-4" aria-hidden="true" />
      {children ?? t('ui.client.print')}
    </Button>
  );
}
