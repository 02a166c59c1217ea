import { Check } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | readonly string[] | undefined;
  /** The label is read aloud only, as in the first column of a table. */
  hideLabel?: boolean;
};

/** A native checkbox with its label; the whole line can be pressed. */
export function Checkbox({ label, hint, error, hideLabel = false, className, id, ...rest }: CheckboxProps) {
  const own = useId();
  const inputId = id ?? own;
  const message = typeof error === 'string' ? error : error?.join(' ');
  const described = [hint ? `${inputId}-hint` : '', message ? `${inputId}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={cn('flex items-start gap-2.5', className)}>
      <span className="relative grid size-5 flex-none place-items-center">
        <input
          id={inputId}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={message ? true : undefined}
          className="peer size-4 appearance-none rounded-[4px] border border-edge bg-card transition-colors checked:border-transparent checked:bg-key focus-visible:rounded-[4px] disabled:opacity-50 aria-invalid:border-bad pointer-coarse:size-5"
          {...rest}
        />
        <Check
          className="pointer-events-none absolute size-3 stroke-[2.5]! text-on-key opacity-0 peer-checked:opacity-100"
          aria-hidden="true"
        />
      </span>
      <div className={cn('grid gap-0.5', hideLabel && 'sr-only')}>
        <label htmlFor={inputId}>{label}</label>
        {hint && (
          <p id={`${inputId}-hint`} className="text-12 text-ink-3">
            {hint}
          </p>
        )}
        {message && (
          <p id={`${inputId}-error`} className="text-12 text-bad">
            {message}
          </p>
        )}
      </div>
    </div>
  );
}
