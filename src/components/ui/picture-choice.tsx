import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { PictureFrame } from '@/components/ui/picture-card';

export type PictureOption = {
  value: string;
  label: string;
  src: string;
  /** Right of the label: the price. */
  aside?: ReactNode;
  disabled?: boolean;
};

type PictureChoiceProps = {
  /** Read aloud as the name of the group. */
  label: string;
  name: string;
  options: readonly PictureOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

/** One of several pictures, such as a style. Native radio buttons; on a phone a strip that scrolls sideways. */
export function PictureChoice({
  label,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  className,
}: PictureChoiceProps) {
  return (
    <fieldset
      className={cn(
        'grid min-w-0 grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-3 p-1 -m-1',
        'phone:-mx-5 phone:auto-cols-[112px] phone:grid-flow-col phone:grid-cols-none phone:overflow-x-auto phone:px-5 phone:[scrollbar-width:none]',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="group/choice relative block cursor-pointer has-disabled:cursor-not-allowed has-disabled:opacity-50"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={value === undefined ? defaultValue === option.value : undefined}
            onChange={onValueChange && (() => onValueChange(option.value))}
            className="peer sr-only"
          />
          <PictureFrame
            src={option.src}
            alt=""
            small
            className="outline-offset-2 outline-transparent transition-[outline-color] peer-checked:outline-2 peer-checked:outline-key peer-focus-visible:outline-2 peer-focus-visible:outline-key"
          />
          <span className="flex items-center justify-between gap-1.5 pt-2 text-12">
            <span className="group-has-checked/choice:font-semibold">{option.label}</span>
            {option.aside}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
