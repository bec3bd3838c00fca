/** Requests for public records in the database. */
package hallmonitor.moderation.store.request;
