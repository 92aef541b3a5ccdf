import axios from 'axios';
import { catchError, EMPTY, from, lastValueFrom, switchMap, takeWhile, timer } from 'rxjs';
import type { OpenContestant } from './Contestant.js';

/** The pipeline that everybody writes: a tick, a request, until it is done; a failed tick is skipped. */
export const open: OpenContestant = ({ lookUrl, headers, read }, { gapMs = 2_000 }) => ({
  follow: async (id) => {
    const looks$ = timer(gapMs, gapMs).pipe(
      switchMap(() =>
        from(axios.get<unknown>(lookUrl(id), { headers })).pipe(catchError(() => EMPTY)),
      ),
      takeWhile(({ data }) => !read(data).done, true),
    );
    await lastValueFrom(looks$);
  },
});
