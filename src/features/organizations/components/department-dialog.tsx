'use client';

import { useId, useState, useTransition } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { setDepartmentAction } from '../member-actions';

type Props = {
  slug: string;
  member: { id: string; name: string; department: string | null };
  /** Offered while typing. */
  departments: readonly string[];
};

/** A person's department, which is also the button that changes it. */
export function DepartmentDialog({ slug, member, departments }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const listId = useId();
  const { id, name, department } = member;

  function save(typed: string) {
    const next = typed.trim() === '' ? null : typed.trim();
    startTransition(async () => {
      const result = await setDepartmentAction(slug, { memberId: id, department: next }).catch(() => null);
      if (result?.ok) {
        setOpen(false);
        toast.success(
          next
            ? t('members.client.department.moved', { name, department: next })
            : t('members.client.department.removed', { name }),
        );
      } else setError(result?.message ?? t('members.client.department.lost'));
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (pending) return;
        setError(null);
        setOpen(next);
      }}
      trigger={
        <Button
          size="sm"
          variant="bare"
          className="-ml-2.5 max-w-48 @max-[52rem]:max-w-32 narrow:max-w-full font-normal text-14"
          aria-label={
            department
              ? t('members.client.department.change', { name, department })
              : t('members.client.department.setOf', { name })
          }
        >
          {department ? (
            <span className="truncate">{department}</span>
          ) : (
            <span className="text-ink-3">{t('members.client.department.set')}</span>
          )}
        </Button>
      }
      title={t('members.client.department.title', { name })}
      description={t('members.client.department.description')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) save(String(new FormData(event.currentTarget).get('department') ?? ''));
        }}
      >
        <TextField
          label={t('members.client.department.label')}
          name="department"
          hint={t('members.client.department.hint')}
          maxLength={60}
          defaultValue={department ?? ''}
          list={listId}
          autoComplete="off"
          error={error ?? undefined}
        />
        <datalist id={listId}>
          {departments.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>{t('members.client.department.cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="key" pending={pending}>
            {t('members.client.department.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
