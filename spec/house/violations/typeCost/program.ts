// What makes checking slow: declarations by the thousand, and types that are computed.
import { SyncClient } from '@sync.so/sdk';
import MagicHour from 'magic-hour';
import { option } from 'fp-ts';
import ts from 'typescript';
import { isRight } from 'fp-ts/lib/Either.js';
import { number, string, type } from 'io-ts';
import { filter, firstValueFrom, map, of } from 'rxjs';

type Tuple<Length, Items extends readonly 0[] = []> = Items['length'] extends Length
  ? Items
  : Tuple<Length, [...Items, 0]>;
type Product<One, Other> = One extends Other ? [One, Other] : [Other, One];

const Job = type({ id: string, progress: number });

export const counted: Product<keyof Tuple<300>, keyof Tuple<301>>['length'] = 2;
export const others = [ts.version, SyncClient, MagicHour, option];
export const progress = firstValueFrom(
  of<unknown>({ id: 'a', progress: 0.5 }).pipe(
    map((body) => Job.decode(body)),
    filter(isRight),
    map(({ right }) => right.progress),
  ),
);
