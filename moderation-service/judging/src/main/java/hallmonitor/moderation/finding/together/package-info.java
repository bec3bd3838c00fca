/**
 * What is seen only in several comments together: pieces of one text by one author, many attacks on
 * one person.
 */
package hallmonitor.moderation.finding.together;
