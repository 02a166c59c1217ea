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
  /** Options of one group stand together under its name; give all or none one, in the order of the groups. */
  group?: string;
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

/** One of several pictures, such as a style. Native radio buttons, one set whatever the groups; on a phone a strip that scrolls sideways. */
export function PictureChoice({ label, options, className, ...choice }: PictureChoiceProps) {
  const groups = [...new Set(options.map(({ group }) => group))];
  if (groups.length < 2)
    return (
      <fieldset
        className={cn(
          'grid min-w-0 grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-3 p-1 -m-1',
          'phone:auto-cols-[112px] phone:grid-flow-col phone:grid-cols-none',
          STRIP,
          className,
        )}
      >
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <Option key={option.value} option={option} {...choice} />
        ))}
      </fieldset>
    );
  return (
    <fieldset
      className={cn(
        'flex min-w-0 flex-wrap gap-x-8 gap-y-5 p-1 -m-1 phone:flex-nowrap phone:gap-x-5',
        STRIP,
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset within would be announced as another set of radio buttons
        <div key={group} role="group" aria-label={group}>
          <p aria-hidden="true" className="mb-2 text-12 text-ink-2">
            {group}
          </p>
          <div className="grid auto-cols-[112px] grid-flow-col gap-3 phone:auto-cols-[104px]">
            {options
              .filter((option) => option.group === group)
              .map((option) => (
                <Option key={option.value} option={option} {...choice} />
              ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

const STRIP = 'phone:-mx-5 phone:overflow-x-auto phone:px-5 phone:[scrollbar-width:none]';

type OptionProps = Pick<PictureChoiceProps, 'name' | 'value' | 'defaultValue' | 'onValueChange'> & {
  option: PictureOption;
};

function Option({ option, name, value, defaultValue, onValueChange }: OptionProps) {
  return (
    <label className="group/choice relative block cursor-pointer has-disabled:cursor-not-allowed has-disabled:opacity-50">
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
      <span className="flex items-baseline justify-between gap-1.5 pt-2 text-12">
        <span className="group-has-checked/choice:font-semibold">{option.label}</span>
        {option.aside}
      </span>
    </label>
  );
}
