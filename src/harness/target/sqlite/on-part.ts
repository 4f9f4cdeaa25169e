/** Is told of so many bytes out of so many, before and after each part; throws to break off. */
export type OnPart = (done: number, total: number) => void
