/** What the service says to people, before anybody knows in which language they read it. Pure. */
package hallmonitor.moderation.wording;
