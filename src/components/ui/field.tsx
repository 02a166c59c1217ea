import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';

/** What a control needs so that its label, hint and error belong to it. Spread it on the control. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  /** Said before a mistake can happen; stays visible beside an error. */
  hint?: ReactNode;
  /** One sentence: what is wrong and what to do. Several are joined (zod gives a list). */
  error?: string | readonly string[] | undefined;
  /** To the right of the label, such as a link "Forgot it?". */
  action?: ReactNode;
  /** The label is read aloud only. */
  hideLabel?: boolean;
  className?: string;
};

/**
 * Label, control, hint and error, wired by aria:
 * `<Field label="Team name" error={errors.name}>{(control) => <Input name="name" {...control} />}</Field>`.
 */
export function Field({
  label,
  hint,
  error,
  action,
  hideLabel = false,
  className,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const message = typeof error === 'string' ? error : error?.join(' ');
  const described = [hint ? `${id}-hint` : '', message ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <div className={cn('flex items-baseline justify-between gap-4', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {action}
      </div>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': message ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-ink-3">
          {hint}
        </p>
      )}
      {message && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-12 text-bad">
          <CircleAlert className="mt-px size-3.5" aria-hidden="true" />
          {message}
        </p>
      )}
    </div>
  );
}

function splitProps<T extends FieldProps>(props: T): [FieldProps, Omit<T, keyof FieldProps>] {
  const { label, hint, error, action, hideLabel, className, ...control } = props;
  return [{ label, hint, error, action, hideLabel, className }, control];
}

/** A `Field` with a text `Input`: the usual case in one line. */
export function TextField(props: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'id'>) {
  const [field, input] = splitProps(props);
  return <Field {...field}>{(control) => <Input {...input} {...control} />}</Field>;
}

/** A `Field` with a `Textarea`. */
export function TextareaField(props: FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps | 'id'>) {
  const [field, textarea] = splitProps(props);
  return <Field {...field}>{(control) => <Textarea {...textarea} {...control} />}</Field>;
}

/** A `Field` with a native `Select`; options are its children. */
export function SelectField(props: FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps | 'id'>) {
  const [field, select] = splitProps(props);
  return <Field {...field}>{(control) => <Select {...select} {...control} />}</Field>;
}
