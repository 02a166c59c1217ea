import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type Segment = { value: string; label: ReactNode; disabled?: boolean };

export type SegmentedControlProps = {
  /** Read aloud as the name of the group. */
  label: string;
  name: string;
  options: readonly Segment[];
  /** Controlled by the parent (with `onValueChange`); leave it out in a plain form. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Takes the whole width, as it always does on a phone. */
  wide?: boolean;
  /** Id of the text that says why an option is greyed out. */
  describedBy?: string;
  className?: string;
};

/**
 * One of two to five short choices, all in view. Native radio buttons: arrow keys, forms and screen readers
 * work without JavaScript.
 */
export function SegmentedControl({
  label,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  wide = false,
  describedBy,
  className,
}: SegmentedControlProps) {
  return (
    <fieldset
      aria-describedby={describedBy}
      className={cn(
        'segments inline-flex min-w-0 gap-0.5 rounded-control bg-wash-2 p-0.5 phone:flex phone:w-full',
        wide && 'flex w-full',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            'relative flex h-[calc(var(--h-control)-4px)] cursor-pointer items-center justify-center gap-2 whitespace-nowrap rounded-tag px-3 font-medium text-ink-2 transition-colors hover:text-ink phone:flex-1 phone:px-1.5',
            'has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line),0_1px_2px_oklch(21%_0.01_60/0.06)]',
            // In the dark a step more, or the chosen one can hardly be told from the others.
            'dark:has-checked:bg-[oklch(37%_0.008_60)]',
            'has-disabled:cursor-not-allowed has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2',
            wide && 'flex-1',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={value === undefined ? defaultValue === option.value : undefined}
            onChange={onValueChange && (() => onValueChange(option.value))}
            className="absolute inset-0 m-0 cursor-[inherit] appearance-none rounded-tag outline-none!"
          />
          <span className="relative flex items-center gap-2">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
