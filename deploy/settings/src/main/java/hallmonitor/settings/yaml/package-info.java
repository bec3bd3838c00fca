/**
 * Reads a district's files, reports every mistake with its line and column, and watches the files
 * for changes.
 */
package hallmonitor.settings.yaml;
