export declare const nodeArguments: readonly string[]
export declare const environment: { readonly [name: string]: string }
export declare const makesFilm: (words: readonly string[]) => boolean
export declare const isFilmProcess: () => boolean
