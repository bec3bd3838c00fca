/**
 * The web console: server-rendered pages over the archive and the cases. Each folder holds one part
 * of it; {@code access} decides who may see it, and {@code page} is shared by all pages.
 */
package hallmonitor.moderation.console;
