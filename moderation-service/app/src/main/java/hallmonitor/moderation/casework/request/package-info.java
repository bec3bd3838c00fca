/** Requests for public records: deadlines by statute, states, and grounds, as pure functions. */
package hallmonitor.moderation.casework.request;
