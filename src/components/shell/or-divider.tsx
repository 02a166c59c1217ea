import { useTexts } from '#use-texts';

/** A line with "or" in the middle, between two ways to sign in. */
export function OrDivider() {
  const { t } = useTexts();
  return (
    <div className="my-2 grid grid-cols-[1fr_auto_1fr] items-center gap-3 text-12 text-ink-3 before:h-px before:bg-line after:h-px after:bg-line">
      {t('ui.client.or')}
    </div>
  );
}
