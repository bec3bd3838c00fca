/**
 * Mail that the console sends by itself: invitations and warnings of accounts that run low. Notices
 * of danger are the notifier's.
 */
@NullMarked
package hallmonitor.moderation.console.access.mail;

import org.jspecify.annotations.NullMarked;
