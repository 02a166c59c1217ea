import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { LikenessArc } from '@/components/ui/likeness-arc';
import { EmptyFrame } from '@/components/ui/picture-card';
import { PictureFrame } from '@/components/ui/picture-frame';
import { Verdict } from '@/components/ui/verdict';
import { Section } from './section';

export function Steps() {
  const { t } = useTexts();
  return (
    <Section id="how" title={t('site.steps.title')}>
      <ol className="mt-8 grid gap-12 sm:mt-14 md:grid-cols-3 md:gap-6 lg:gap-10">
        <Step number={1} title={t('site.steps.buy.title')} text={t('site.steps.buy.text')}>
          <HandingOut />
        </Step>
        <Step number={2} title={t('site.steps.selfies.title')} text={t('site.steps.selfies.text')}>
          <Checking />
        </Step>
        <Step number={3} title={t('site.steps.keep.title')} text={t('site.steps.keep.text')}>
          <Scoring />
        </Step>
      </ol>
    </Section>
  );
}

type StepProps = { number: number; title: string; text: string; children: ReactNode };

function Step({ number, title, text, children }: StepProps) {
  return (
    <li>
      <div className="mb-4 flex min-h-44 flex-col justify-between gap-4 rounded-card border bg-card p-5 sm:mb-6 md:h-56">
        {children}
      </div>
      <h3 className="mb-1.5 flex items-baseline gap-3 text-20">
        <span aria-hidden="true" className="text-ink-3">
          {number}
        </span>
        <span className="font-semibold">{title}</span>
      </h3>
      <p className="text-16 text-ink-2">{text}</p>
    </li>
  );
}

function HandingOut() {
  const { t } = useTexts();
  return (
    <KeyValueList className="-my-1.5 flex grow flex-col justify-between">
      <KeyValue name={t('site.steps.pack')}>
        <CreditAmount amount={150} />
      </KeyValue>
      <KeyValue name={t('site.steps.each')}>
        <CreditAmount amount={72} />
      </KeyValue>
      <KeyValue name={t('site.steps.aside')}>
        <CreditAmount amount={20} />
      </KeyValue>
      <KeyValue name={t('site.steps.after')}>
        <CreditAmount amount={58} />
      </KeyValue>
    </KeyValueList>
  );
}

function Checking() {
  const { t } = useTexts();
  return (
    <>
      <div className="grid grid-cols-4 gap-2">
        {[1, 2, 3, 4].map((selfie) => (
          <PictureFrame
            key={selfie}
            src={`/examples/fezbot-selfie-${selfie}.webp`}
            alt=""
            small
            className="rounded-control!"
          />
        ))}
      </div>
      <div>
        <div className="flex justify-between gap-2 border-b pb-2">
          <Verdict tone="good">{t('site.steps.good')}</Verdict>
          <span className="text-ink-2">{t('site.steps.count')}</span>
        </div>
        <Verdict tone="warn" className="pt-2">
          {t('site.steps.dark')}
        </Verdict>
      </div>
    </>
  );
}

function Scoring() {
  const { t } = useTexts();
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        <PictureFrame src="/examples/fezbot-corporate-200.webp" alt="" small className="rounded-control!" />
        <PictureFrame src="/examples/fezbot-corporate-2-200.webp" alt="" small className="rounded-control!" />
        <EmptyFrame>{t('site.steps.unlike')}</EmptyFrame>
      </div>
      <div className="grid grid-cols-3 items-center gap-3 text-12">
        <span className="flex items-center gap-2">
          <LikenessArc value={99} size={28} /> {t('site.steps.charged')}
        </span>
        <span className="flex items-center gap-2">
          <LikenessArc value={99} size={28} /> {t('site.steps.charged')}
        </span>
        <span className="text-center text-ink-2">{t('site.steps.notCharged')}</span>
      </div>
    </>
  );
}
