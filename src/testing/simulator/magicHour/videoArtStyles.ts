import { wordList } from './wordList.js';

/** The styles that a video is made over in. @since 0.1.0 */
export const VIDEO_ART_STYLES = wordList(`
  Minecraft | Watercolor | Pixel | Retro Sci-Fi | Lego | Origami | Ghost | Sub-Zero |
  Studio Ghibli | Comic | Impressionism | Master Chief | Solid Snake | Street Fighter | Hologram |
  GTA | Clay | Mystique | Dragonball Z | Mario | Samurai | Spartan | Boba Fett | 3D Render |
  Airbender | Android | Anime Warrior | Armored Knight | Assassin's Creed | Avatar |
  Black Spiderman | Bold Anime | Celestial Skin | Chinese Swordsmen | Cyberpunk | Cypher |
  Dark Fantasy | Future Bot | Futuristic Fantasy | Ghibli Anime | Gundam | Illustration | Ink |
  Ink Poster | Jinx | Knight | Link | Marble | Mech | Naruto | Neon Dream | No Art Style |
  Oil Painting | On Fire | Painterly Anime | Pixar | Power Armor | Power Ranger | Radiant Anime |
  Realistic Anime | Realistic Pixar | Retro Anime | Samurai Bot | Sharp Anime | Soft Anime |
  Starfield | The Void | Tomb Raider | Underwater | Van Gogh | Viking | Western Anime | Wu Kong |
  Wuxia Anime | Zelda
`);
