import type { Observer } from 'rxjs';

/** What a Keyv store met that is worth a line in a log. @since 0.1.0 */
export interface KeyvStoreEvent {
  /** What stands under the key is no record of this version: `list` left it out. */
  readonly type: 'unreadable';
  readonly key: string;
}

/** Options for {@link keyvStore}. @since 0.1.0 */
export interface KeyvStoreOptions {
  /** Told of what is wrong in the storage; what it throws is ignored. @defaultValue nobody */
  readonly diagnostics?: Partial<Observer<KeyvStoreEvent>> | ((event: KeyvStoreEvent) => void);
}
