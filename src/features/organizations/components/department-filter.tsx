'use client';

import { Select } from '@/components/ui/select';

/** Inside the form of the members list: choosing one sends it. */
export function DepartmentFilter({
  departments,
  chosen,
}: {
  departments: readonly string[];
  chosen: string;
}) {
  return (
    <Select
      // Uncontrolled: another address is another choice.
      key={chosen}
      name="department"
      aria-label="Department"
      defaultValue={chosen}
      className="w-44 phone:w-36"
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      <option value="">All departments</option>
      {departments.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
