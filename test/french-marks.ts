// What French wants beside its marks, for texts that are written in files and not by the program.

/** A mark that the end of a line could part from its word: an ordinary space stands between them. */
export const hasLooseMark = (text: string): boolean => / [:;?!»]|« /u.test(text)
