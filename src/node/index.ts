/**
 * What needs Node: files.
 *
 * @packageDocumentation
 * @module rushes/node
 */
export { download } from './download.js';
export type { DownloadOptions } from './DownloadOptions.js';
export type {
  Downloaded,
  DownloadFacts,
  Downloading,
  DownloadProgress,
} from './DownloadProgress.js';
export { fileStore } from './fileStore.js';
export type { FileStoreEvent, FileStoreOptions } from './fileStore/FileStoreOptions.js';
