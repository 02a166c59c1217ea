import { cn } from '@/components/ui/cn';

/** What dialogs share: a sheet at the bottom of a phone, a panel in the middle of a desktop. */
export const overlayClass = 'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade';
export const panelClass = cn(
  'fixed z-50 grid max-h-[calc(100dvh-3rem)] gap-4 overflow-y-auto border bg-card p-6 shadow-float outline-none data-[state=open]:animate-rise',
  'phone:inset-x-0 phone:bottom-0 phone:rounded-t-picture phone:border-x-0 phone:border-b-0 phone:px-5 phone:pb-[max(1.25rem,env(safe-area-inset-bottom))]',
  'sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-3rem)] sm:max-w-form sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card',
);
export const panelTitleClass = 'pr-8 font-semibold text-20';
export const panelActionsClass =
  'mt-2 flex flex-wrap justify-end gap-2 phone:flex-col-reverse phone:*:w-full';
