import { groupBy, map, mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { toResult } from 'rushes';
import type { JobResult } from 'rushes';
import type { Aurous, AurousKeys, ImageInput, ImageOutput } from 'rushes/aurous';

/** A picture that one of many tenants wants, for the money of its own account. */
export interface Order {
  readonly tenant: string;
  readonly input: ImageInput;
}

/** How it ended; the reference in it names the tenant as its `account`. */
export interface Delivery {
  readonly tenant: string;
  readonly result: JobResult<ImageOutput>;
}

/** Gives each tenant its client, made once: its rate limits and its jobs are in there. */
export function clientsOf(aurous: Aurous, keysOf: (tenant: string) => AurousKeys) {
  const clients = new Map<string, Aurous>();
  return (tenant: string): Aurous => {
    const client = clients.get(tenant) ?? aurous.forAccount(tenant, keysOf(tenant));
    clients.set(tenant, client);
    return client;
  };
}

/** Makes what is ordered, at most two at a time for one tenant; none waits for another's. */
export const deliver = (
  orders$: Observable<Order>,
  clientOf: (tenant: string) => Aurous,
): Observable<Delivery> =>
  orders$.pipe(
    groupBy(({ tenant }) => tenant),
    mergeMap((ofTenant$) =>
      ofTenant$.pipe(
        mergeMap(
          ({ tenant, input }) =>
            clientOf(tenant)
              .images.run(input)
              .pipe(
                toResult(),
                map((result) => ({ tenant, result })),
              ),
          2,
        ),
      ),
    ),
  );
