import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { flag, text, wordLike } from '../../../contract/valueRules.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What the meme is about. @since 0.1.0 */
export interface AiMemeGeneratorStyle {
  /** What it is about, 1 to 200 characters. */
  readonly topic: string;
  /** The picture; `Random` takes any. An open list, since templates are added. */
  readonly template:
    | 'Random'
    | 'Drake Hotline Bling'
    | 'Galaxy Brain'
    | 'Two Buttons'
    | "Gru's Plan"
    | 'Tuxedo Winnie The Pooh'
    | 'Is This a Pigeon'
    | 'Panik Kalm Panik'
    | 'Disappointed Guy'
    | 'Waiting Skeleton'
    | 'Bike Fall'
    | 'Change My Mind'
    | 'Side Eyeing Chloe'
    | (string & {});
  /** Whether the web is searched for the topic; so spelled by Magic Hour. @defaultValue false, at Magic Hour */
  readonly searchWeb?: boolean;
}

/**
 * What a meme is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-meme-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiMemeGeneratorInput extends ProjectInput {
  /** What the meme is about. */
  readonly style: AiMemeGeneratorStyle;
}

/** The rules of {@link AiMemeGeneratorInput}. @since 0.1.0 */
export const aiMemeGeneratorIssues = inputRules<AiMemeGeneratorInput>({
  ...projectRules,
  style: required(
    recordOf<AiMemeGeneratorStyle>({
      topic: required(text({ min: 1, max: 200 })),
      template: required(wordLike('Random', 'Galaxy Brain', 'Two Buttons')),
      searchWeb: optional(flag),
    }),
  ),
});
