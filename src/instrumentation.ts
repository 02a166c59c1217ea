/** Runs once when the server starts: opens the database and, unless switched off, works off jobs in this process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { boot } = await import('./jobs/boot');
  await boot('web');
}
