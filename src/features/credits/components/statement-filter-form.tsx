import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import type { StatementView } from '../statement-loaders';

/** Which lines are shown. A plain form: the filters are the page's address, so a link to it shows the same. */
export function StatementFilterForm({ view }: { view: StatementView }) {
  const { filters, groups, people, account, path } = view;
  const { group, person, from, to, direction } = filters;
  const any = Object.keys(filters).length > 0;
  return (
    <Form
      action={path}
      scroll={false}
      // Uncontrolled fields: another address is another form.
      key={JSON.stringify(filters)}
      className="flex flex-wrap items-end gap-3 border-b px-5 py-4 phone:grid phone:grid-cols-2"
    >
      {account === 'pool' && people.length > 0 && (
        <SelectField
          label="Person"
          name="person"
          defaultValue={person ?? ''}
          className="w-44 phone:col-span-2 phone:w-auto"
        >
          <option value="">Everybody</option>
          {people.map(({ memberId, name }) => (
            <option key={memberId} value={memberId}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label="Type" name="kind" defaultValue={group ?? ''} className="w-48 phone:w-auto">
        <option value="">All types</option>
        {groups.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Direction"
        name="direction"
        defaultValue={direction ?? ''}
        className="w-32 phone:w-auto"
      >
        <option value="">In and out</option>
        <option value="in">In</option>
        <option value="out">Out</option>
      </SelectField>
      <TextField
        label="From"
        type="date"
        name="from"
        defaultValue={from}
        className="w-40 grid-cols-[minmax(0,1fr)] phone:w-auto phone:[&_input]:px-2"
      />
      <TextField
        label="To"
        type="date"
        name="to"
        defaultValue={to}
        className="w-40 grid-cols-[minmax(0,1fr)] phone:w-auto phone:[&_input]:px-2"
      />
      <span className="flex items-center gap-4 phone:col-span-2">
        <Button type="submit" className="phone:grow">
          Show
        </Button>
        {any && (
          <Link href={path} className="link" scroll={false}>
            Show all
          </Link>
        )}
      </span>
    </Form>
  );
}
