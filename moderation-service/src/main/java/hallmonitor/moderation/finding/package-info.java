/**
 * What can be seen in a comment: one file for each detector. Rules are files under {@code /lexicon}
 * and {@code /patterns}; the statistical model is learnt from the corpus when the service is built.
 */
package hallmonitor.moderation.finding;
