import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { StripeButton } from './stripe-button';

/** The SDK tries twice more before it gives up. */
const TRIES = 3;

/** Makes the next calls go wrong, to see what headcraft says then. */
export function Failures({ left }: { left: number }) {
  return (
    <Card>
      <CardHead title="Trouble">
        {left > 0 && <Badge tone="warn">{left === 1 ? 'next call fails' : `next ${left} calls fail`}</Badge>}
      </CardHead>
      <CardBody className="grid gap-3">
        <p>What meets headcraft’s next call to Stripe, retries included:</p>
        <div className="flex flex-wrap gap-2">
          <StripeButton press={{ action: 'fail', how: 'rate-limited' }}>Too many requests</StripeButton>
          <StripeButton press={{ action: 'fail', how: 'broken', times: TRIES }}>Server error</StripeButton>
          <StripeButton press={{ action: 'fail', how: 'reset', times: TRIES }}>
            Broken connection
          </StripeButton>
          <StripeButton press={{ action: 'fail', how: 'silent', times: TRIES }}>No answer</StripeButton>
          <StripeButton press={{ action: 'fail', how: 'reset', times: TRIES, done: true }}>
            Done, but not answered
          </StripeButton>
        </div>
        {left > 0 && (
          <div>
            <StripeButton press={{ action: 'stop-failing' }}>Answer again</StripeButton>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
