/** What can be said of a whole after looking at a part. Pure. */
package hallmonitor.moderation.statistics;
