/**
 * Mail that the console itself sends: invitations, and what concerns accounts and lists. The
 * notifier sends notices of danger.
 */
@NullMarked
package hallmonitor.moderation.console.access.mail;

import org.jspecify.annotations.NullMarked;
