import { useTexts } from '#use-texts';
import { SelectField } from '@/components/ui/field';
import { DayRange, FilterForm } from '@/components/ui/filter-form';
import type { StatementView } from '../statement-loaders';

/** Which lines are shown. */
export function StatementFilterForm({ view }: { view: StatementView }) {
  const { t } = useTexts();
  const { filters, groups, people, account, path } = view;
  const { group, person, from, to, direction } = filters;
  return (
    <FilterForm path={path} filters={filters} className="border-b px-5 py-4">
      {account === 'pool' && people.length > 0 && (
        <SelectField
          label={t('credits.filter.person')}
          name="person"
          defaultValue={person ?? ''}
          className="w-44 phone:col-span-2 phone:w-auto"
        >
          <option value="">{t('credits.filter.everybody')}</option>
          {people.map(({ memberId, name }) => (
            <option key={memberId} value={memberId}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t('credits.filter.type')}
        name="kind"
        defaultValue={group ?? ''}
        className="w-48 phone:col-span-2 phone:w-auto"
      >
        <option value="">{t('credits.filter.allTypes')}</option>
        {groups.map((value) => (
          <option key={value} value={value}>
            {t(`credits.filter.group.${value}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('credits.filter.direction')}
        name="direction"
        defaultValue={direction ?? ''}
        className="w-32 phone:col-span-2 phone:w-auto"
      >
        <option value="">{t('credits.filter.inAndOut')}</option>
        <option value="in">{t('credits.filter.in')}</option>
        <option value="out">{t('credits.filter.out')}</option>
      </SelectField>
      <DayRange from={from} to={to} />
    </FilterForm>
  );
}
