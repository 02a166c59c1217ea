/** Money is integer cents of US dollars; credits are plain integers. */
export function formatCents(cents: number): string {
  const whole = Number.isInteger(cents / 100);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: whole ? 0 : 2,
  }).format(cents / 100);
}

/** Always with cents ("$199.00"), so that amounts below each other line up. Less than nothing has a minus sign: "−$50.00". */
export function formatColumnCents(cents: number): string {
  const amount = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(
    Math.abs(cents) / 100,
  );
  return cents < 0 ? `−${amount}` : amount;
}

/** 1234 → "1,234". */
export function groupDigits(amount: number): string {
  return amount.toLocaleString('en-US');
}

/** "1 credit", "4 credits", "1,500 credits". */
export function formatCredits(credits: number): string {
  return `${groupDigits(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}
