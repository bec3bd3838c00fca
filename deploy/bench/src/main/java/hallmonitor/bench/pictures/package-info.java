/** Measures what is read in pictures: drawn ones, with words that are known. */
package hallmonitor.bench.pictures;
