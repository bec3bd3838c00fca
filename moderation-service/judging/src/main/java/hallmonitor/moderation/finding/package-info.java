/**
 * Detection: the input of a detector ({@link hallmonitor.moderation.finding.Comment}), its output
 * ({@link hallmonitor.moderation.finding.Finding}), and the linear model. Each kind of detector has
 * its own package below; {@code standard} combines them. Rules are files under {@code /lexicon} and
 * {@code /patterns}. Dependencies point one way: {@code standard} uses the detectors ({@code
 * lexicon}, {@code rule}, {@code signature}, {@code privacy}, {@code spam}), these use {@code
 * name}, {@code file} and {@code scan}, and all use this package.
 */
package hallmonitor.moderation.finding;
