/**
 * Words that decide by themselves ({@code /lexicon}), plain or disguised: with signs, split, run
 * together or misspelled.
 */
package hallmonitor.moderation.finding.lexicon;
