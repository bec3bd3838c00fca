package hallmonitor.notifier.answer;

/**
 * The heading that distinguishes a page's comments while they are folded, in the reader's language.
 *
 * @param place such as "2 of 5"; empty if there is one comment
 * @param author the name, or the author's number while the reader may not see names
 * @param age how long ago it was found; after a day, when
 */
public record CardHeading(String place, String author, String age) {}
