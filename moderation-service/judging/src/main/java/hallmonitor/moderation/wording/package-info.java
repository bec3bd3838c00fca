/** What the service says to people, independent of their language. Pure. */
package hallmonitor.moderation.wording;
