/** Money is integer cents of US dollars; credits are plain integers. */
export function formatCents(cents: number): string {
  const whole = Number.isInteger(cents / 100);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: whole ? 0 : 2,
  }).format(cents / 100);
}

/** "1 credit", "4 credits". */
export function formatCredits(credits: number): string {
  return `${credits} ${credits === 1 ? 'credit' : 'credits'}`;
}
