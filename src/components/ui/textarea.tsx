import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { inputClass } from '@/components/ui/input';

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(inputClass, 'field-sizing-content h-auto min-h-20 py-2', className)}
      {...rest}
    />
  );
}
