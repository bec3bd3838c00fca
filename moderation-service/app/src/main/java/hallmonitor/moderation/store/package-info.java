/**
 * What all of the store uses: the audit log, dead letters, proposals that wait for a second person,
 * and rows as arrays.
 */
package hallmonitor.moderation.store;
