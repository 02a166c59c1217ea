import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/field';
import { DayRange, FilterForm } from '@/components/ui/filter-form';
import type { HeadshotList } from '../loaders';

const STATUSES = [
  ['completed', 'Completed'],
  ['processing', 'Being made'],
  ['queued', 'Waiting'],
  ['failed', 'No pictures'],
  ['cancelled', 'Stopped'],
] as const;

/** Which generations are shown. */
export function GalleryFilters({ list }: { list: HeadshotList }) {
  const { slug, filters, styles } = list;
  const { style, status, favourite, from, to } = filters;
  return (
    <FilterForm path={`/teams/${slug}/headshots`} filters={filters} className="mb-6">
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
      <DayRange from={from} to={to} />
      <Checkbox
        label="Favourites only"
        name="favourite"
        value="true"
        defaultChecked={favourite === 'true'}
        className="h-control items-center phone:col-span-2"
      />
    </FilterForm>
  );
}
