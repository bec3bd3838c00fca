/**
 * Words that are decisive on their own ({@code /lexicon}), plain or disguised: with signs, split,
 * run together or misspelled.
 */
package hallmonitor.moderation.finding.lexicon;
