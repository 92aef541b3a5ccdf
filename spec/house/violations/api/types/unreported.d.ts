export declare function unreported(name: string): number;
