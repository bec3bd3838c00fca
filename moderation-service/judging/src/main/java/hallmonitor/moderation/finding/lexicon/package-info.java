/**
 * Words that decide by themselves ({@code /lexicon}), written plainly or hidden: in signs, in
 * pieces, run together, misspelt.
 */
package hallmonitor.moderation.finding.lexicon;
