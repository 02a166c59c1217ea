import { SelectField } from '@/components/ui/field';
import { DayRange, FilterForm } from '@/components/ui/filter-form';
import type { StatementView } from '../statement-loaders';

/** Which lines are shown. */
export function StatementFilterForm({ view }: { view: StatementView }) {
  const { filters, groups, people, account, path } = view;
  const { group, person, from, to, direction } = filters;
  return (
    <FilterForm path={path} filters={filters} className="border-b px-5 py-4">
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
      <DayRange from={from} to={to} />
    </FilterForm>
  );
}
