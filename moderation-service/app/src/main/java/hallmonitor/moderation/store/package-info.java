/**
 * Shared by the store: the audit log, dead letters, proposals that wait for a second person, and
 * rows as arrays.
 */
package hallmonitor.moderation.store;
