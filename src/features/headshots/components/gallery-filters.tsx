import { useTexts } from '#use-texts';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/field';
import { DayRange, FilterForm } from '@/components/ui/filter-form';
import type { HeadshotList } from '../loaders';

const STATUSES = ['completed', 'processing', 'queued', 'failed', 'cancelled'] as const;

/** Which generations are shown. */
export function GalleryFilters({ list }: { list: HeadshotList }) {
  const { t } = useTexts();
  const { slug, filters, styles } = list;
  const { style, status, favourite, from, to } = filters;
  return (
    <FilterForm path={`/teams/${slug}/headshots`} filters={filters} className="mb-6">
      <SelectField
        label={t('headshots.filters.style')}
        name="style"
        defaultValue={style ?? ''}
        className="w-44 phone:w-auto"
      >
        <option value="">{t('headshots.filters.allStyles')}</option>
        {styles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('headshots.filters.status')}
        name="status"
        defaultValue={status ?? ''}
        className="w-40 phone:w-auto"
      >
        <option value="">{t('headshots.filters.anyStatus')}</option>
        {STATUSES.map((value) => (
          <option key={value} value={value}>
            {t(`headshots.filters.statuses.${value}`)}
          </option>
        ))}
      </SelectField>
      <DayRange from={from} to={to} />
      <Checkbox
        label={t('headshots.filters.favourites')}
        name="favourite"
        value="true"
        defaultChecked={favourite === 'true'}
        className="h-control items-center phone:col-span-2"
      />
    </FilterForm>
  );
}
