import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { PictureFrame } from '@/components/ui/picture-frame';

export type PictureOption = {
  value: string;
  label: string;
  src: string;
  /** Right of the label: the price. */
  aside?: ReactNode;
  disabled?: boolean;
  /** Options of one group stand together under its name; give all or none one. */
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
  const groups = groupsOf(options);
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
        'grid min-w-0 grid-cols-[repeat(auto-fill,minmax(104px,1fr))] gap-x-3 gap-y-6 p-1 -m-1 phone:flex phone:gap-x-5',
        STRIP,
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {groups.map(([group, own]) => {
        const columns = Math.min(own.length, 3);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset within would be announced as another set of radio buttons
          <div key={group} role="group" aria-label={group} style={{ gridColumn: `span ${columns}` }}>
            <p aria-hidden="true" className="mb-2.5 border-b pb-1 text-12 text-ink-2">
              {group}
            </p>
            <div
              style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
              className="grid gap-x-3 gap-y-4 phone:auto-cols-[104px] phone:grid-flow-col phone:grid-cols-none!"
            >
              {own.map((option) => (
                <Option key={option.value} option={option} {...choice} />
              ))}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

/** The large groups first: three and three, then two and two and two fill their rows. */
function groupsOf(options: readonly PictureOption[]): [string | undefined, PictureOption[]][] {
  const groups = new Map<string | undefined, PictureOption[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return [...groups].sort(([, one], [, two]) => two.length - one.length);
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
