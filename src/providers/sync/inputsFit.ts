import type { CrossRule, ReadFields } from '../../contract/inputRules.js';
import { fieldPath, gatherIssues } from '../../contract/inputRules.js';
import type { InputIssue } from '../../errors/InputIssue.js';

const field = (entry: unknown, key: string): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[key] : undefined;

const isOf = (entry: unknown, ...types: readonly unknown[]): boolean =>
  types.includes(field(entry, 'type'));

/** Models that take no image; which ones of tomorrow do is not known. */
const WITHOUT_IMAGES: readonly unknown[] = [
  'lipsync-2',
  'lipsync-2-pro',
  'lipsync-1.9.0-beta',
  'react-1',
];

/** How many there are of some sorts, those that are sent along included. */
function countOf({ input, ...files }: ReadFields, ...types: readonly string[]): number {
  const listed = Array.isArray(input) ? input.filter((entry) => isOf(entry, ...types)).length : 0;
  return listed + types.filter((type) => files[type] !== undefined).length;
}

/** What speaks, where nothing else may. */
function soleVoice({ dubParams, dialogueEdit }: ReadFields): string | undefined {
  if (dubParams !== undefined) return 'dubParams';
  return dialogueEdit === undefined ? undefined : 'dialogueEdit';
}

function voiceIssue(fields: ReadFields): string | undefined {
  const voices = countOf(fields, 'audio', 'text');
  const sole = soleVoice(fields);
  if (sole !== undefined) {
    return voices === 0 ? undefined : `must have no audio or text with ${sole}`;
  }
  if (voices === 0) return 'must have an audio or a text';
  const isOne = voices === 1 || fields['segments'] !== undefined;
  return isOne ? undefined : 'must have one audio or text; several need segments';
}

/** One picture; one audio or text, or several with segments, or none with what speaks by itself. @since 0.1.0 */
export const inputsFit: CrossRule = (fields, path) => {
  const { input, model } = fields;
  if (input !== undefined && !Array.isArray(input)) return [];
  const here = fieldPath(path, 'input');
  const pictures = countOf(fields, 'video', 'image');
  const messages = [
    pictures === 1 ? undefined : 'must have exactly one video or image',
    countOf(fields, 'image') > 0 && WITHOUT_IMAGES.includes(model)
      ? 'must have no image: of these models sync-3 alone takes one'
      : undefined,
    voiceIssue(fields),
  ];
  return messages.flatMap((message) => (message === undefined ? [] : [{ path: here, message }]));
};

/** Segments find their audio by name. @since 0.1.0 */
export const voicesAreNamed: CrossRule = ({ input, segments }, path) => {
  if (!Array.isArray(input) || segments === undefined) return [];
  return gatherIssues(
    input.map((entry, index): readonly InputIssue[] => {
      if (!isOf(entry, 'audio', 'text') || field(entry, 'refId') !== undefined) return [];
      const here = fieldPath(fieldPath(fieldPath(path, 'input'), index), 'refId');
      return [{ path: here, message: 'is required with segments' }];
    }),
  );
};

/** What a segment names has to be there; a file that is sent along has no name to check. @since 0.1.0 */
export const segmentsFindVoices: CrossRule = ({ input, segments, audio }, path) => {
  if (!Array.isArray(input) || !Array.isArray(segments) || audio !== undefined) return [];
  const names = input
    .filter((entry) => isOf(entry, 'audio', 'text'))
    .map((entry) => field(entry, 'refId'));
  return gatherIssues(
    segments.map((entry, index): readonly InputIssue[] => {
      const name = field(field(entry, 'audioInput'), 'refId');
      if (typeof name !== 'string' || names.includes(name)) return [];
      const here = fieldPath(fieldPath(fieldPath(path, 'segments'), index), 'audioInput');
      return [
        { path: fieldPath(here, 'refId'), message: 'must be the refId of an audio or a text' },
      ];
    }),
  );
};
