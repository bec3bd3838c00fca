/**
 * What can be seen in a comment: what a detector is given ({@link
 * hallmonitor.moderation.finding.Comment}) and what it says ({@link
 * hallmonitor.moderation.finding.Finding}), and the linear model. Each kind of detector has a
 * package of its own below, {@code standard} puts them together; rules are files under {@code
 * /lexicon} and {@code /patterns}. Packages point one way: {@code standard} to the detectors
 * ({@code lexicon}, {@code rule}, {@code signature}, {@code privacy}, {@code spam}), these to
 * {@code name}, {@code file} and {@code scan}, and all to this one.
 */
package hallmonitor.moderation.finding;
