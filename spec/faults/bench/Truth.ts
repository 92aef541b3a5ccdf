/** How many jobs became of one order. */
export interface Created {
  readonly order: string;
  /** Jobs that the vendor made, or at worst may have made. */
  readonly jobs: number;
  /** Jobs that were paid for on purpose. @defaultValue 1 */
  readonly wanted?: number;
}

/** What is true at a vendor's side, whatever a client was told. */
export interface Truth {
  readonly created: readonly Created[];
  /** The ids of all jobs that creates made. */
  readonly minted: readonly string[];
}

/** The order that a create was for; without a mark, its whole body. */
export const orderIn = (body: string): string => /order-[a-z0-9-]+/.exec(body)?.[0] ?? body;

/** Counts what was made, by order. */
export function countOrders(orders: readonly string[]): readonly Created[] {
  const counts = new Map<string, number>();
  for (const order of orders) counts.set(order, (counts.get(order) ?? 0) + 1);
  return [...counts].map(([order, jobs]) => ({ order, jobs }));
}
