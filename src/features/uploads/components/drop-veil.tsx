import { useTexts } from '#use-texts';

/** Over the whole page while files are dragged across it: anywhere will do. */
export function DropVeil() {
  const { t } = useTexts();
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-3 z-40 grid place-items-end justify-center rounded-picture border-2 border-key border-dashed bg-key-wash p-8"
    >
      <p className="rounded-full bg-card px-5 py-2.5 font-medium shadow-float">
        {t('uploads.client.add.veil')}
      </p>
    </div>
  );
}
