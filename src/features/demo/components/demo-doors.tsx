import { useTexts } from '#use-texts';
import { PlainSubmit } from '@/components/ui/plain-submit';

const DOORS = '/api/dev/demo';

/** Into the demo team with one press, as somebody who runs it or somebody who is in it. */
export function DemoDoors() {
  const { t } = useTexts();
  return (
    <section aria-labelledby="demo-title" className="mt-8 border-t pt-6">
      <h2 id="demo-title" className="font-semibold">
        {t('account.demo.title')}
      </h2>
      <p className="mt-1 text-ink-2">{t('account.demo.lead')}</p>
      <div className="mt-4 grid grid-cols-2 gap-3">
        <Door as="owner">{t('account.demo.owner')}</Door>
        <Door as="member">{t('account.demo.member')}</Door>
      </div>
      <form method="post" action={DOORS} className="mt-3">
        <input type="hidden" name="as" value="owner" />
        <input type="hidden" name="afresh" value="1" />
        <button type="submit" className="link text-12">
          {t('account.demo.afresh')}
        </button>
      </form>
    </section>
  );
}

function Door({ as, children }: { as: 'owner' | 'member'; children: string }) {
  return (
    <form method="post" action={DOORS}>
      <input type="hidden" name="as" value={as} />
      <PlainSubmit variant="default" className="w-full">
        {children}
      </PlainSubmit>
    </form>
  );
}
