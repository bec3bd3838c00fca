/** What a policy change does: to its clauses in words, to its text by line, and to verdicts. */
package hallmonitor.moderation.policy.change;
