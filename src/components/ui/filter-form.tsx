import Form from 'next/form';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Button } from './button';
import { cn } from './cn';
import { TextField } from './field';

type FilterFormProps = {
  /** The page that is filtered, without a query. */
  path: string;
  /** What is set now; empty when all is shown. */
  filters: Record<string, unknown>;
  className?: string;
  children: ReactNode;
};

/** Which rows of a list are shown. A plain form: the filters are the page's address, so a link to it shows the same. */
export function FilterForm({ path, filters, className, children }: FilterFormProps) {
  const { t } = useTexts();
  return (
    <Form
      action={path}
      scroll={false}
      // Uncontrolled fields: another address is another form.
      key={JSON.stringify(filters)}
      aria-label={t('ui.client.filter.label')}
      className={cn('flex flex-wrap items-end gap-3 phone:grid phone:grid-cols-2', className)}
    >
      {children}
      <span className="flex items-center gap-4 phone:col-span-2">
        <Button type="submit" className="phone:grow">
          {t('ui.client.filter.show')}
        </Button>
        {Object.keys(filters).length > 0 && (
          <Link href={path} className="link" scroll={false}>
            {t('ui.client.filter.showAll')}
          </Link>
        )}
      </span>
    </Form>
  );
}

/** From one day to another, both included: fields `from` and `to` of a filter form. */
export function DayRange({ from, to }: { from: string | undefined; to: string | undefined }) {
  const { t } = useTexts();
  const className = 'w-40 grid-cols-[minmax(0,1fr)] phone:w-auto phone:[&_input]:px-2';
  return (
    <>
      <TextField
        label={t('ui.client.filter.from')}
        type="date"
        name="from"
        defaultValue={from}
        className={className}
      />
      <TextField
        label={t('ui.client.filter.to')}
        type="date"
        name="to"
        defaultValue={to}
        className={className}
      />
    </>
  );
}
