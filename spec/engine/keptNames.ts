type Shelves = Readonly<Record<symbol, { readonly things: ReadonlyMap<string, unknown> }>>;

/** The names of what is shared in this process. */
export const keptNames = (): readonly string[] => [
  ...((globalThis as never as Shelves)[Symbol.for('rushes.shared.1')]?.things.keys() ?? []),
];
