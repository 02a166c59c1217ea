import { cn } from '@/components/ui/cn';

/** What dialogs share: a sheet at the bottom of a phone, a panel in the middle of a desktop. */
export const overlayClass = 'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade';
export const panelClass = cn(
  'fixed z-50 grid max-h-[calc(100dvh-3rem)] gap-4 overflow-y-auto border bg-card p-6 pb-(--panel-foot) shadow-float [--panel-foot:1.5rem] has-[.panel-actions]:pb-0 outline-none data-[state=open]:animate-rise',
  'phone:inset-x-0 phone:bottom-0 phone:rounded-t-picture phone:border-x-0 phone:border-b-0 phone:px-5 phone:[--panel-foot:max(1.25rem,env(safe-area-inset-bottom))]',
  'sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-3rem)] sm:max-w-form sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card',
);
export const panelTitleClass = 'text-balance pr-8 font-semibold text-20';
/** Stays at the bottom edge while a long form scrolls under it, and lets it fade out there. */
export const panelActionsClass = cn(
  'panel-actions sticky bottom-0 z-1 -mx-1 flex flex-wrap justify-end gap-2 bg-card px-1 pt-2 pb-(--panel-foot)',
  'before:pointer-events-none before:absolute before:inset-x-0 before:-top-4 before:h-4 before:bg-linear-to-t before:from-card',
  'phone:flex-col-reverse phone:*:w-full',
);
