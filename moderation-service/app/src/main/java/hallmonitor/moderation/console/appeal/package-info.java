/**
 * The public form for appeals against a hide or a block. It is separate from the console's pages:
 * no session, no cookie, no script. Signed forms, time limits and rate limits protect it.
 */
package hallmonitor.moderation.console.appeal;
