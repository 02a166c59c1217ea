/** Money is integer cents of US dollars; credits are plain integers. In English, for whatever is in English alone; everything else is written by `Texts`. */
export function formatCents(cents: number): string {
  const whole = Number.isInteger(cents / 100);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: whole ? 0 : 2,
  }).format(cents / 100);
}

/** "1 credit", "4 credits", "1,500 credits". */
export function formatCredits(credits: number): string {
  return `${credits.toLocaleString('en-US')} ${credits === 1 ? 'credit' : 'credits'}`;
}
