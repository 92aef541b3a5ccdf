export declare function changed(name: string): number;
