/**
 * The looks that an image can be generated in; Magic Hour adds to them.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-image-generator (read 2026-11-22)
 * @since 0.1.0
 */
export type ImageTool =
  | 'ai-anime-generator'
  | 'ai-art-generator'
  | 'ai-background-generator'
  | 'ai-character-generator'
  | 'ai-face-generator'
  | 'ai-fashion-generator'
  | 'ai-icon-generator'
  | 'ai-illustration-generator'
  | 'ai-interior-design-generator'
  | 'ai-landscape-generator'
  | 'ai-logo-generator'
  | 'ai-manga-generator'
  | 'ai-outfit-generator'
  | 'ai-pattern-generator'
  | 'ai-photo-generator'
  | 'ai-sketch-generator'
  | 'ai-tattoo-generator'
  | 'album-cover-generator'
  | 'animated-characters-generator'
  | 'architecture-generator'
  | 'book-cover-generator'
  | 'comic-book-generator'
  | 'dark-fantasy-ai'
  | 'disney-ai-generator'
  | 'dnd-ai-art-generator'
  | 'emoji-generator'
  | 'fantasy-map-generator'
  | 'graffiti-generator'
  | 'movie-poster-generator'
  | 'optical-illusion-generator'
  | 'pokemon-generator'
  | 'south-park-character-generator'
  | 'superhero-generator'
  | 'thumbnail-maker'
  | 'general';
