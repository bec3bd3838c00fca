/** Files of rules and words on the class path, as lines that know where they stand. */
package hallmonitor.moderation.finding.file;
