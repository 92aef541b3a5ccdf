import { Database } from 'node-sqlite3-wasm';
import type { KeyvStoreAdapter, StoredData } from 'keyv';

/** A storage for Keyv: one table in an SQLite file. */
export class SqliteStorage implements KeyvStoreAdapter {
  readonly opts = { dialect: 'sqlite' };
  namespace: string | undefined;
  /** The file, while it is open. */
  readonly database: Database;

  /** @param file - its path; it is made where it is missing */
  constructor(file: string) {
    this.database = new Database(file);
    this.database.exec('CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT)');
  }

  async get<T>(key: string): Promise<StoredData<T> | undefined> {
    const row = this.database.get('SELECT value FROM keyv WHERE key = ?', key);
    // Keyv reads the text itself.
    return row?.['value'] as StoredData<T> | undefined;
  }

  async getMany<T>(keys: string[]): Promise<StoredData<T | undefined>[]> {
    const marks = keys.map(() => '?').join();
    const rows = this.database.all(`SELECT key, value FROM keyv WHERE key IN (${marks})`, keys);
    const found = new Map(rows.map((row) => [row['key'], row['value']]));
    return keys.map((key) => found.get(key) as StoredData<T | undefined>);
  }

  async set(key: string, value: string): Promise<void> {
    this.database.run('INSERT OR REPLACE INTO keyv (key, value) VALUES (?, ?)', [key, value]);
  }

  async delete(key: string): Promise<boolean> {
    return this.database.run('DELETE FROM keyv WHERE key = ?', key).changes > 0;
  }

  async clear(): Promise<void> {
    this.database.run('DELETE FROM keyv');
  }

  on(): this {
    return this;
  }

  async disconnect(): Promise<void> {
    this.database.close();
  }
}
