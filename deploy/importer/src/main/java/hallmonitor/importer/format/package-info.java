/**
 * What files and the platforms' own exports look like, and the rows of a delivery that come of
 * them. Everything is read as a stream.
 */
package hallmonitor.importer.format;
