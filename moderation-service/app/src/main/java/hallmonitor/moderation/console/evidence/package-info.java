/** Packages of evidence, and whether everything that is sealed is still right. */
package hallmonitor.moderation.console.evidence;
