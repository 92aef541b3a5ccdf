import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import { fieldErrors } from './Field.js';
import { integer } from './fieldTypes.js';

const CATEGORIES = ['Calm', 'Upbeat'];

const MUSICS = ['Slow Tide', 'Harbour Lights', 'Tin Drums', 'Paper Kites'].map((name, index) => ({
  name,
  category: CATEGORIES[index % 2] ?? '',
  url: `https://media.example.com/${name.toLowerCase().replace(' ', '-')}.mp3`,
}));

const PAGING = { page: integer(1), page_size: integer(1) };

/**
 * Music of the library, page by page: the schema is a list of pages. The fields of one piece are on
 * no page of the reference that could be read.
 *
 * @param read - makes a route of a path and its answer
 * @see https://docs.creatify.ai/api-reference/musics/get-api-musics
 * @since 0.1.0
 */
export function musicRoutes(
  read: (path: string, answer: Route['answer']) => Route,
): readonly Route[] {
  return [
    read('music_categories', () =>
      json(
        200,
        CATEGORIES.map((name) => ({ name })),
      ),
    ),
    read('musics', ({ request }) => {
      const query = Object.fromEntries(request.query);
      const errors = fieldErrors(PAGING, query);
      if (errors !== undefined) return json(400, errors);
      const { page = 1, page_size = 10, category, search = '' } = query;
      const found = MUSICS.filter(
        (piece) =>
          (category === undefined || piece.category === category) &&
          `${piece.name} ${piece.category}`.toLowerCase().includes(search.toLowerCase()),
      );
      const [number, size] = [Number(page), Number(page_size)];
      const results = found.slice((number - 1) * size, number * size);
      return json(200, [{ page: number, page_size: size, count: found.length, results }]);
    }),
  ];
}
