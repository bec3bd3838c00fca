/** Mail that the console sends by itself: invitations. Notices of danger are the notifier's. */
@NullMarked
package hallmonitor.moderation.console.access.mail;

import org.jspecify.annotations.NullMarked;
