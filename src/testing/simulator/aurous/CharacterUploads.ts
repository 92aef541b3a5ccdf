import type { Random } from '../seededRandom.js';
import { drawText, prefixedUlid } from '../vendorId.js';
import type { World } from '../World.js';
import { POSES } from './characterInput.js';

const URL_LIFE_MS = 15 * 60_000;
const TICKET_LIFE_MS = 24 * 3_600_000;

/** A place for one picture of a character to come. @since 0.1.0 */
export interface UploadTicket {
  readonly id: string;
  readonly account: string;
  readonly filename: string;
  /** MIME type. */
  readonly contentType: string;
  readonly signature: string;
  /** When the URL to put the bytes to ends, epoch milliseconds. */
  readonly urlExpiresAtMs: number;
  /** When the ticket itself ends, epoch milliseconds. */
  readonly expiresAtMs: number;
  readonly arrived: boolean;
  readonly used: boolean;
  /** What was made out; `other` before somebody asks. */
  readonly pose: string;
}

/** The tickets of uploads; the bytes are not kept. @since 0.1.0 */
export class CharacterUploads {
  readonly #world: World;
  readonly #random: Random;
  readonly #tickets = new Map<string, UploadTicket>();

  /** @param world - where time and chance come from */
  constructor(world: World) {
    this.#world = world;
    this.#random = world.random('aurous', 'uploads');
  }

  /** Gives out a ticket. */
  open(account: string, filename: string, contentType: string): UploadTicket {
    const now = this.#world.now();
    return this.#keep({
      id: prefixedUlid('upl', this.#random),
      account,
      filename,
      contentType,
      signature: drawText(this.#random, 32),
      urlExpiresAtMs: now + URL_LIFE_MS,
      expiresAtMs: now + TICKET_LIFE_MS,
      arrived: false,
      used: false,
      pose: 'other',
    });
  }

  /** The ticket of that id, if there ever was one. */
  find(id: unknown): UploadTicket | undefined {
    return typeof id === 'string' ? this.#tickets.get(id) : undefined;
  }

  /** Whether a ticket can be used: its bytes are there, no character has taken it, and it has not ended. */
  isGood(ticket: UploadTicket): boolean {
    return ticket.arrived && !ticket.used && ticket.expiresAtMs > this.#world.now();
  }

  /** The bytes are there. */
  arrive(ticket: UploadTicket): void {
    this.#keep({ ...ticket, arrived: true });
  }

  /** A character takes the picture. */
  use(ticket: UploadTicket): void {
    this.#keep({ ...ticket, used: true });
  }

  /** Makes out the pose, by the name of the file. */
  classify(ticket: UploadTicket): string {
    const pose = ['front', 'side', 'back', 'portrait'].find((word) =>
      ticket.filename.includes(word),
    );
    return this.#keep({ ...ticket, pose: pose ?? POSES.at(-1) ?? '' }).pose;
  }

  #keep(ticket: UploadTicket): UploadTicket {
    this.#tickets.set(ticket.id, ticket);
    return ticket;
  }
}
