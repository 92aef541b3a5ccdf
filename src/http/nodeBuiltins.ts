/** What a stream of bytes tells; the part of Node's `Readable` that is used here. @since 0.1.0 */
export interface ByteStream {
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(error?: Error): unknown;
}

/** Takes packed bytes and gives the unpacked ones. @since 0.1.0 */
export interface Unpacker extends ByteStream {
  once(event: 'drain', listener: () => void): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  pipe(next: Unpacker): unknown;
}

/** An answer whose head has come; the part of Node's `IncomingMessage` that is used. @since 0.1.0 */
export interface NodeAnswer extends ByteStream {
  readonly statusCode?: number;
  readonly statusMessage?: string;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** The part of Node's `ClientRequest` that is used. @since 0.1.0 */
export interface NodeRequest {
  on(event: 'response', listener: (answer: NodeAnswer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  end(body?: string): unknown;
  destroy(): unknown;
}

/** The part of a socket that is listened to. @since 0.1.0 */
export interface NodeSocket {
  once(event: 'connect' | 'secureConnect', listener: () => void): unknown;
}

/** The part of Node's `Agent` that is used. @since 0.1.0 */
export interface NodeAgent {
  createConnection(options: object, ...rest: readonly unknown[]): NodeSocket | null | undefined;
}

/** What `node:http` and `node:https` have in common. @since 0.1.0 */
export interface NodeTransport {
  readonly Agent: new (options: {
    readonly keepAlive: boolean;
    readonly maxSockets?: number;
    readonly timeout?: number;
  }) => NodeAgent;
  readonly request: (url: URL, options: object) => NodeRequest;
}

/** The part of `node:zlib` that is used. @since 0.1.0 */
export interface NodeZlib {
  readonly constants: Readonly<Record<'Z_SYNC_FLUSH' | 'BROTLI_OPERATION_FLUSH', number>>;
  createUnzip(options: object): Unpacker;
  createBrotliDecompress(options: object): Unpacker;
}

/** Node's own modules. @since 0.1.0 */
export interface NodeBuiltins {
  readonly http: NodeTransport;
  readonly https: NodeTransport;
  readonly zlib: NodeZlib;
}

/**
 * What is built into Node, where it is Node; `undefined` elsewhere.
 *
 * An import would put Node into browser bundles.
 *
 * @since 0.1.0
 */
export function nodeBuiltins(): NodeBuiltins | undefined {
  // eslint-disable-next-line no-restricted-globals -- Node's modules are reached through its process
  const node = typeof process === 'undefined' ? undefined : process;
  if (typeof node?.getBuiltinModule !== 'function') return undefined;
  return {
    http: node.getBuiltinModule('node:http') as unknown as NodeTransport,
    https: node.getBuiltinModule('node:https') as unknown as NodeTransport,
    zlib: node.getBuiltinModule('node:zlib') as unknown as NodeZlib,
  };
}
