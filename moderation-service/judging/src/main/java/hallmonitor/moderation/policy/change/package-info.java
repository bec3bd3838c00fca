/** What a changed policy changes: its clauses in words, its text line by line, its verdicts. */
package hallmonitor.moderation.policy.change;
