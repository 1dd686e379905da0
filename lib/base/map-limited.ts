// Processes many items with limited concurrency, so that not all files are open at once.

/**
 * Like `Promise.all` over a map, with at most `limit` under way.
 *
 * @returns the results, in the order of the items.
 * @throws the first error, once no work is under way; after it, none is begun.
 */
export async function mapLimited<In, Out>(
  items: readonly In[],
  limit: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as In);
    }
  };
  const lanes = Array.from({ length: Math.min(limit, items.length) }, lane);
  try {
    await Promise.all(lanes);
  } catch (error) {
    next = items.length;
    await Promise.allSettled(lanes);
    throw error;
  }
  return results;
}
