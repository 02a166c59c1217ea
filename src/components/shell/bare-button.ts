/** Buttons of the pages that every page carries: no button component, no class merging, no link component. */
export const BARE_KEY_BUTTON =
  'grid h-11 place-items-center rounded-control bg-key px-5 font-action text-16 text-on-key hover:bg-key-hover';
export const BARE_BUTTON =
  'grid h-11 place-items-center rounded-control border bg-card px-5 font-medium text-16 hover:border-edge';
