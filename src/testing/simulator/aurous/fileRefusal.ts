import type { JsonFields } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import type { AurousDesk } from './AurousDesk.js';
import { aurousError } from './aurousError.js';

/**
 * Refuses a request that names a file which is not there, as any resource that is not.
 *
 * @param body - the fields that were sent
 * @param names - of the fields that hold a picture, or a list of them
 * @param desk - of the vendor
 * @since 0.1.0
 */
export function fileRefusal(
  body: JsonFields,
  names: readonly string[],
  { files }: AurousDesk,
): SimResponse | undefined {
  const lost = names.find((name) =>
    [body[name]]
      .flat()
      .some((picture) => typeof picture === 'string' && isLostFile(picture, files)),
  );
  return lost === undefined
    ? undefined
    : aurousError({
        status: 404,
        code: 'resource_not_found',
        message: 'The file was not found.',
        param: lost,
      });
}

function isLostFile(picture: string, files: AurousDesk['files']): boolean {
  return picture.startsWith('file_') && files.find(picture) === undefined;
}
