/**
 * The form by which the public objects to a hide or a block. It stands apart from the console's
 * pages: no session, no cookie, no script; what guards it are signed forms, time and counting.
 */
package hallmonitor.moderation.console.appeal;
