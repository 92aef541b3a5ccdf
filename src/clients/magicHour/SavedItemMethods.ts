import { isLeft, right } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { Engine } from '../../engine/Engine.js';
import type { JobPage } from '../../engine/JobPage.js';
import type { SavedItem, SavedItemsQuery } from '../../providers/magicHour/savedItems.js';
import { savedItems } from '../../providers/magicHour/savedItems.js';
import type { Answered } from '../Answered.js';
import { calling } from '../families.js';

/** What was saved at Magic Hour for use in more than one job. @since 0.1.0 */
export interface SavedItemMethods {
  /** One page of saved items, newest first; `next` is the query of the page after it. */
  list(query?: SavedItemsQuery): Answered<JobPage<SavedItem, SavedItemsQuery>>;
}

/** The methods of saved items. @since 0.1.0 */
export function savedItemMethods(engine: Engine): SavedItemMethods {
  const ask = calling(engine, savedItems);
  return {
    list: (query = {}) =>
      ask(query).pipe(
        map((answer) => {
          if (isLeft(answer)) return answer;
          const { cursor, ...page } = answer.right;
          return right(cursor === undefined ? page : { ...page, next: { ...query, cursor } });
        }),
      ),
  };
}
