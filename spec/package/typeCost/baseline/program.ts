import { isRight } from 'fp-ts/lib/Either.js';
import { number, string, type } from 'io-ts';
import { filter, firstValueFrom, map, of } from 'rxjs';

const Job = type({ id: string, progress: number });

export const progress = firstValueFrom(
  of<unknown>({ id: 'a', progress: 0.5 }).pipe(
    map((body) => Job.decode(body)),
    filter(isRight),
    map(({ right }) => right.progress),
  ),
);
