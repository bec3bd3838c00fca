/**
 * The web console: server-rendered pages over the archive and the cases. Each folder holds one part
 * of it; {@code access} decides who may see it, {@code page} is what all pages share.
 */
package hallmonitor.moderation.console;
