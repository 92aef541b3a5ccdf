export declare function lawful(name: string): number;
