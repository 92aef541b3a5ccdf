import { wordList } from './wordList.js';

/** The styles of an animation. @since 0.1.0 */
export const ANIMATION_ART_STYLES = wordList(`
  Custom | Painterly Illustration | Vibrant Matte Illustration | Traditional Watercolor |
  Cyberpunk | Ink and Watercolor Portrait | Intricate Abstract Lines Portrait | 3D Render |
  Old School Comic | Bold Colored Illustration | Synthwave | Minimal Cold Futurism |
  Futuristic Anime | Cinematic Miyazaki | Studio Ghibli Film Still |
  Soft Delicate Matte Portrait | Cinematic Landscape | Landscape Painting | Photograph |
  Jackson Pollock | Cubist | Abstract Minimalist | Impressionism | Van Gogh | Woodcut |
  Oil Painting | Vintage Japanese Anime | Pixar | Cosmic | Pixel Art | Fantasy | Arcane |
  Sin City | Double Exposure | Painted Cityscape | 90s Streets | Overgrown | Postapocalyptic |
  Spooky | Miniatures | Low Poly | Art Deco | Inkpunk | Dark Graphic Illustration |
  Dark Watercolor | Faded Illustration | Directed by AI
`);

/** How the camera of an animation moves. @since 0.1.0 */
export const CAMERA_EFFECTS = wordList(`
  Simple Zoom Out | Simple Zoom In | Bounce Out | Spin Bounce | Rolling Bounces | Rise and Climb |
  Dramatic Zoom In | Dramatic Zoom Out | Sway Out | Boost Zoom In | Boost Zoom Out | Heartbeat |
  Bounce in Place | Earthquake Bounce | Slice Bounce | Bounce In And Out | Jump | Road Trip |
  Traverse | Rubber Band | Rodeo | Accelerate | Speed of Light | Drift Spin | Vertigo |
  Cog in the Machine | Quadrant | Tron | Pusher | Roll In | Hesitate In | Zoom In - Audio Sync |
  Pulse - Audio Sync | Aggressive Zoom In - Audio Sync | Roll In - Audio Sync |
  Zoom Out - Audio Sync | Aggressive Zoom Out - Audio Sync | Sway Out - Audio Sync |
  Bounce and Spin - Audio Sync | Zoom In and Spin - Audio Sync | Vertigo - Audio Sync |
  Bounce Out - Audio Sync | Earthquake Bounce - Audio Sync | Pusher - Audio Sync |
  Evolve - Audio Sync | Devolve - Audio Sync | Slideshow | Pan Left | Pan Right | Tilt Up |
  Tilt Down | Directed by AI
`);
