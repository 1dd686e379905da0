// What the framework runs once when its server starts.

export async function register(): Promise<void> {
  // Vercel's network answers conditional requests itself; there, this would only cost time.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.VERCEL) return;
  const { answerConditionalRequests } = await import('@/lib/build/answer-conditional');
  answerConditionalRequests();
  if (process.env.NODE_ENV !== 'production') return;
  const { guardRequests } = await import('@/lib/build/guard-requests');
  guardRequests();
}
