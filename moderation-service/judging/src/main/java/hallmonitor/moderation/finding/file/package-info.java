/** Rule and word files on the class path, read as lines that know their place. */
package hallmonitor.moderation.finding.file;
