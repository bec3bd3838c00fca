/**
 * Reading a district's files so that every mistake is named with its line and column, and watching
 * them for changes.
 */
package hallmonitor.settings.yaml;
