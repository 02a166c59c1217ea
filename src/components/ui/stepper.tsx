'use client';

import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';

export type StepperProps = {
  /** Read aloud, such as "Credits for Luca". */
  label: string;
  name?: string;
  defaultValue?: number;
  /** Controlled by the parent (with `onValueChange`). */
  value?: number;
  onValueChange?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  disabled?: boolean;
  className?: string;
};

/** A whole number with − and +; can also be typed. Values outside the limits are pulled back when the field is left. */
export function Stepper({
  label,
  name,
  defaultValue = 0,
  value,
  onValueChange,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  step = 1,
  disabled = false,
  className,
}: StepperProps) {
  const { t } = useTexts();
  const [own, setOwn] = useState(defaultValue);
  const [draft, setDraft] = useState<string | null>(null);
  const current = value ?? own;
  const clamp = (next: number) => Math.min(max, Math.max(min, next));
  const set = (next: number) => {
    setDraft(null);
    setOwn(clamp(next));
    onValueChange?.(clamp(next));
  };
  const type = (text: string) => {
    setDraft(text);
    const typed = Number.parseInt(text, 10);
    if (Number.isInteger(typed) && typed === clamp(typed)) {
      setOwn(typed);
      onValueChange?.(typed);
    }
  };
  const leave = () => {
    const typed = Number.parseInt(draft ?? '', 10);
    if (draft !== null) set(Number.isInteger(typed) ? typed : current);
  };
  const side =
    'grid h-full w-7 flex-none place-items-center text-ink-2 hover:text-ink disabled:opacity-40 phone:w-11 pointer-coarse:w-11';
  return (
    <span
      className={cn(
        'inline-flex h-7 items-center rounded-control border border-edge bg-card phone:h-control pointer-coarse:h-control',
        disabled && 'opacity-50',
        className,
      )}
    >
      <button
        type="button"
        className={side}
        aria-label={t('ui.client.stepper.less', { label })}
        disabled={disabled || current <= min}
        onClick={() => set(current - step)}
      >
        <Minus className="size-4" aria-hidden="true" />
      </button>
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        name={name}
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        value={draft ?? current}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        className="h-full w-11 flex-1 border-x bg-transparent px-1 text-center font-medium focus-visible:rounded-none phone:text-16"
      />
      <button
        type="button"
        className={side}
        aria-label={t('ui.client.stepper.more', { label })}
        disabled={disabled || current >= max}
        onClick={() => set(current + step)}
      >
        <Plus className="size-4" aria-hidden="true" />
      </button>
    </span>
  );
}
