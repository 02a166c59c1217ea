import { useTexts } from '#use-texts';
import { Section } from './section';

const MONEY = ['ledger', 'exactlyOnce', 'unlike'] as const;
const FACES = ['private', 'deleted', 'marked'] as const;
const CODE = ['laptop'] as const;
const MORE = [
  { href: '/privacy', name: 'kept' },
  { href: '/security', name: 'guarded' },
  { href: '/verify', name: 'verify' },
] as const;

type PromiseName = (typeof MONEY | typeof FACES | typeof CODE)[number];

export function Promises() {
  const { t } = useTexts();
  return (
    <Section id="promises" title={t('site.promises.title')} aside={t('site.promises.aside')}>
      <div className="mt-8 grid gap-x-16 sm:mt-12 md:grid-cols-2">
        <div>
          <h3 className="border-ink border-b pb-3 font-semibold text-16 leading-6">
            {t('site.promises.money')}
          </h3>
          <PromiseList promises={MONEY} start={1} />
        </div>
        <div className="max-md:mt-10">
          <h3 className="border-ink border-b pb-3 font-semibold text-16 leading-6">
            {t('site.promises.faces')}
          </h3>
          <PromiseList promises={FACES} start={4} />
        </div>
        <div className="md:col-span-full">
          <PromiseList promises={CODE} start={7} />
        </div>
      </div>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        {MORE.map(({ href, name }) => (
          <a key={href} href={href} className="link">
            {t(`site.promises.more.${name}`)}
          </a>
        ))}
      </p>
    </Section>
  );
}

function PromiseList({ promises, start }: { promises: readonly PromiseName[]; start: number }) {
  const { t } = useTexts();
  return (
    <ol start={start}>
      {promises.map((promise, index) => (
        <li key={promise} className="grid grid-cols-[32px_1fr] border-b py-[18px] text-16">
          <span aria-hidden="true" className="font-label text-ink-3">
            {start + index}
          </span>
          {t(`site.promises.list.${promise}`)}
        </li>
      ))}
    </ol>
  );
}
