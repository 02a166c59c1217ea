import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type SwatchProps = {
  /** Read aloud, and shown when a pointer rests on it. */
  label: string;
  checked: boolean;
  onChoose: () => void;
  /** CSS background. */
  background?: string;
  className?: string;
  /** An icon, for what has no colour. */
  children?: ReactNode;
};

/** One backdrop to choose; a native radio button under a patch of it. */
export function Swatch({ label, checked, onChoose, background, className, children }: SwatchProps) {
  return (
    <label
      title={label}
      style={{ background }}
      className={cn(
        'relative grid aspect-square cursor-pointer place-items-center overflow-hidden rounded-control outline-offset-2 outline-transparent transition-[outline-color]',
        'shadow-[inset_0_0_0_1px_var(--line)] has-checked:outline-2 has-checked:outline-key has-focus-visible:outline-2 has-focus-visible:outline-key',
        className,
      )}
    >
      <input
        type="radio"
        name="backdrop"
        checked={checked}
        onChange={onChoose}
        aria-label={label}
        className="absolute inset-0 m-0 cursor-[inherit] appearance-none outline-none!"
      />
      {checked && !children ? (
        <Check
          className="pointer-events-none relative size-4 text-[oklch(100%_0_0)] drop-shadow-[0_0_2px_oklch(0%_0_0/.8)]"
          aria-hidden="true"
        />
      ) : (
        <span className="pointer-events-none relative [&_svg]:size-4" aria-hidden="true">
          {children}
        </span>
      )}
    </label>
  );
}
