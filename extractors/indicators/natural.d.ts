/** The one part of natural that is used here; its own types only describe the root, which must not be loaded. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_fr.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
