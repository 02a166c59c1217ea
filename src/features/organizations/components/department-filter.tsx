'use client';

import { useTexts } from '#use-texts';
import { Select } from '@/components/ui/select';

/** Inside the form of the members list: choosing one sends it. */
export function DepartmentFilter({
  departments,
  chosen,
}: {
  departments: readonly string[];
  chosen: string;
}) {
  const { t } = useTexts();
  return (
    <Select
      // Uncontrolled: another address is another choice.
      key={chosen}
      name="department"
      aria-label={t('members.client.department.label')}
      defaultValue={chosen}
      className="w-44 phone:w-auto"
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      <option value="">{t('members.client.department.all')}</option>
      {departments.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
