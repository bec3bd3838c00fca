/** Who an author is on a platform, and how much they wrote. */
package hallmonitor.moderation.casework.author;
