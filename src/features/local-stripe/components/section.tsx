import type { ReactNode } from 'react';
import { Card, CardBody, CardHead } from '@/components/ui/card';

type Props = { title: string; empty: string; items: readonly unknown[]; children: ReactNode };

/** A list of the control page, or what to do to see something in it. */
export function Section({ title, empty, items, children }: Props) {
  return (
    <Card>
      <CardHead title={title} />
      {items.length === 0 ? (
        <CardBody className="text-ink-2">{empty}</CardBody>
      ) : (
        <ul className="divide-y">{children}</ul>
      )}
    </Card>
  );
}
