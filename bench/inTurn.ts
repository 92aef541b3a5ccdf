/** Does all the work, so many at once, and gives the results in order. */
export async function inTurn<T>(
  atOnce: number,
  work: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < work.length; index = next++) {
      const task = work[index];
      if (task !== undefined) results[index] = await task();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
