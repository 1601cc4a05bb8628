/** Tells a watch service (in the manner of healthchecks.io) how a pass goes; a deaf service never stops a pass. */
export async function ping(url: string | undefined, moment: 'start' | 'success' | 'fail', body = ''): Promise<void> {
  if (url === undefined) return;
  const suffix = { start: '/start', success: '', fail: '/fail' }[moment];
  try {
    await fetch(url.replace(/\/$/, '') + suffix, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
  } catch {
    // The pass matters more than its witness.
  }
}
