import { wordList } from './wordList.js';

/** The languages that a video is translated to. @since 0.1.0 */
export const LANGUAGES = wordList(`
  Afrikaans | Arabic | Bengali | Bulgarian | Catalan | Chinese (Simplified) |
  Chinese (Traditional) | Croatian | Czech | Danish | Dutch | English | Estonian | Finnish |
  French | German | Greek | Gujarati | Hebrew | Hindi | Hungarian | Indonesian | Italian |
  Japanese | Kannada | Kazakh | Korean | Latvian | Lithuanian | Malay | Malayalam | Marathi |
  Norwegian | Persian | Polish | Portuguese | Punjabi | Romanian | Russian | Serbian | Slovak |
  Slovenian | Spanish | Swahili | Swedish | Tamil | Telugu | Thai | Turkish | Ukrainian | Urdu |
  Vietnamese | Welsh
`);
