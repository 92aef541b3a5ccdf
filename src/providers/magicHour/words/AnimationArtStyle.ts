/** The art styles of an animation. @since 0.1.0 */
export const ANIMATION_ART_STYLES = [
  'Custom',
  'Painterly Illustration',
  'Vibrant Matte Illustration',
  'Traditional Watercolor',
  'Cyberpunk',
  'Ink and Watercolor Portrait',
  'Intricate Abstract Lines Portrait',
  '3D Render',
  'Old School Comic',
  'Bold Colored Illustration',
  'Synthwave',
  'Minimal Cold Futurism',
  'Futuristic Anime',
  'Cinematic Miyazaki',
  'Studio Ghibli Film Still',
  'Soft Delicate Matte Portrait',
  'Cinematic Landscape',
  'Landscape Painting',
  'Photograph',
  'Jackson Pollock',
  'Cubist',
  'Abstract Minimalist',
  'Impressionism',
  'Van Gogh',
  'Woodcut',
  'Oil Painting',
  'Vintage Japanese Anime',
  'Pixar',
  'Cosmic',
  'Pixel Art',
  'Fantasy',
  'Arcane',
  'Sin City',
  'Double Exposure',
  'Painted Cityscape',
  '90s Streets',
  'Overgrown',
  'Postapocalyptic',
  'Spooky',
  'Miniatures',
  'Low Poly',
  'Art Deco',
  'Inkpunk',
  'Dark Graphic Illustration',
  'Dark Watercolor',
  'Faded Illustration',
  'Directed by AI',
] as const;

/**
 * What an animation is to look like.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/animation (read 2026-11-22)
 * @since 0.1.0
 */
export type AnimationArtStyle = (typeof ANIMATION_ART_STYLES)[number];
