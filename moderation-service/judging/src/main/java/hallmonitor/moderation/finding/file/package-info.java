/** Rule and word files on the class path, read as lines that know their file and line number. */
package hallmonitor.moderation.finding.file;
