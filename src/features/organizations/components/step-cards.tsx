import { Check } from 'lucide-react';
import { useTexts } from '#use-texts';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { HomePage } from '../member-loaders';
import type { NextStep } from '../rules';

/** What comes next for the team: buy, invite, hand out. */
export function TeamStepCard({ slug, step }: { slug: string; step: Omit<NextStep, 'at'> }) {
  return (
    <Card className="light-card flex flex-wrap items-center justify-between gap-4 p-6 phone:p-5">
      <div className="max-w-reading">
        <h2 className="font-semibold text-20">{step.title}</h2>
        <p className="mt-1 text-ink-2">{step.text}</p>
      </div>
      <ButtonLink href={`/teams/${slug}${step.action.path}`} variant="key">
        {step.action.label}
      </ButtonLink>
    </Card>
  );
}

const STEPS = ['consent', 'selfies', 'style'] as const;

/** What comes next for the person's own headshot. `primary` when it is the page's main action. */
export function MyStepCard({ view, primary = false }: { view: HomePage; primary?: boolean }) {
  const { t } = useTexts();
  const { slug, step } = view;
  const Title = primary ? 'h2' : 'h3';
  return (
    <Card className={cn(primary && 'light-card')}>
      {!primary && <CardHead title={t('members.home.own')} />}
      <CardBody className="grid gap-5">
        <div>
          <Title className={cn('font-semibold', primary ? 'text-20' : 'text-16')}>{step.title}</Title>
          <p className="mt-1 text-ink-2">{step.text}</p>
        </div>
        {step.at !== null && <Steps at={step.at} />}
        <div>
          <ButtonLink href={`/teams/${slug}${step.action.path}`} variant={primary ? 'key' : 'default'}>
            {step.action.label}
          </ButtonLink>
        </div>
      </CardBody>
    </Card>
  );
}

function Steps({ at }: { at: number }) {
  const { t } = useTexts();
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-2 phone:flex-col">
      {STEPS.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? 'step' : undefined}
          className={cn('flex items-center gap-2', index === at ? 'font-medium' : 'text-ink-2')}
        >
          <span
            className={cn(
              'grid size-5 place-items-center rounded-full text-12',
              index === at ? 'bg-key text-on-key' : 'bg-wash-2',
            )}
          >
            {index < at ? <Check className="size-3" aria-label={t('members.home.done')} /> : index + 1}
          </span>
          {t(`members.home.steps.${name}`)}
        </li>
      ))}
    </ol>
  );
}
