/**
 * Mail that the console itself sends: invitations, and warnings about accounts that run low. The
 * notifier sends notices of danger.
 */
@NullMarked
package hallmonitor.moderation.console.access.mail;

import org.jspecify.annotations.NullMarked;
