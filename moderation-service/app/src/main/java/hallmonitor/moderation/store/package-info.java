/** PostgreSQL: the archive, the cases, what they order, and the record of who did what. */
package hallmonitor.moderation.store;
