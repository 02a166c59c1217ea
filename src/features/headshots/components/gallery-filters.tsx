import Form from 'next/form';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextField } from '@/components/ui/field';
import type { HeadshotList } from '../loaders';

const STATUSES = [
  ['completed', 'Completed'],
  ['processing', 'Being made'],
  ['queued', 'Waiting'],
  ['failed', 'No pictures'],
  ['cancelled', 'Stopped'],
] as const;

/** Which generations are shown. A plain form: the filters are the page's address, so a link to it shows the same. */
export function GalleryFilters({ list }: { list: HeadshotList }) {
  const { slug, filters, styles } = list;
  const path = `/teams/${slug}/headshots`;
  const { style, status, favourite, from, to } = filters;
  return (
    <Form
      action={path}
      scroll={false}
      // Uncontrolled fields: another address is another form.
      key={JSON.stringify(filters)}
      aria-label="Filter"
      className="mb-6 flex flex-wrap items-end gap-3 phone:grid phone:grid-cols-2"
    >
      <SelectField label="Style" name="style" defaultValue={style ?? ''} className="w-44 phone:w-auto">
        <option value="">All styles</option>
        {styles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Status" name="status" defaultValue={status ?? ''} className="w-40 phone:w-auto">
        <option value="">Any</option>
        {STATUSES.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
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
      <Checkbox
        label="Favourites only"
        name="favourite"
        value="true"
        defaultChecked={favourite === 'true'}
        className="h-control items-center phone:col-span-2"
      />
      <span className="flex items-center gap-4 phone:col-span-2">
        <Button type="submit" className="phone:grow">
          Show
        </Button>
        {Object.keys(filters).length > 0 && (
          <Link href={path} className="link" scroll={false}>
            Show all
          </Link>
        )}
      </span>
    </Form>
  );
}
