/**
 * Backups of a local run: copies of its files in chunks that are stored once, and the archived log
 * of changes that brings a copy of the database to any later moment.
 */
package hallmonitor.local.backup;
